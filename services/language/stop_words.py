"""Which words of a question say nothing about its subject, in each language? (Data.)

They stand in ordinary spelling and are folded when a recipe is made; Dutch, English and German
are folded already. A question that consists of nothing else keeps them all.
"""

from __future__ import annotations

_BULGARIAN = """
    а аз ако без би бих бъде в ви вие във го да дали до дълго е за защо и из или им има имам
    имаме имат иска искам искаме искат как каква какви какво какъв като кога когато кого кое
    което кои кой които който колко коя която къде към ли ме мен мене ми мога могат мое моето
    може можем мои мой моите моля моя моят моята му на направя нас не ни ние но нужно няма нямам
    от по под преди през при с са свое свой своя се си след съм със също тази те тези това този
    той трябва тя у че ще
"""

_CZECH = """
    a aby ale ani až bez bude budu by bych chce chci či co dlouho do ho i já jak jaká jaké jaký
    je jestli jsem jsme jsou k kam kde kdo kdy když ke koho kolik komu která které kterého
    kterém kteří kterou který kterých kterým má mají mám mé mě mého mém mi mít mně mohou mohu
    moje mou můj musí musím může můžu my mých mým na nám nás ne nebo nemám není o od po pod
    podle pokud potřebuje potřebuji před přes při pro proč prosím s se si smí smím své svůj ta
    také ten tento této to toho tohoto u udělat už v ve z za zda ze že
"""

_DANISH = """
    af alle at behøver blive bliver brug da de dem den denne der deres det dette dig din dine
    disse dit du efter eller en end er et for før fra gerne gør gøre ham han hans har have hende
    hendes her hos hun hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorhen
    hvornår i ikke inden ingen jeg kan kun kunne længe må man mange måtte med meget mellem men
    mig min mine mit mod når nogen noget nogle nu og også om os over på så sig sin sine sit skal
    skulle som tak til uden under være ved venligst vi vil ville vores
"""

_GERMAN = """
    ab aber alle als also am an auch auf aus bei beim bin bis bist da dann das dass dem den der
    des dich die dies diese dieser dir doch du durch ein eine einem einen einer eines er es fur
    gibt hab habe haben hat ich ihr ihre im in ins ist ja kann kein keine konnen man mein meine
    meinem meinen meiner mich mir mit muss mussen nach nicht noch nur ob oder ohne sich sie sind
    so uber um und uns unser unsere vom von vor wann warum was welche welcher wenn wer werden
    wie wieviel will wir wird wo wohin zu zum zur
"""

_GREEK = """
    αλλά αν από ας αυτά αυτή αυτό αυτός αυτού για γιατί δεν εάν εγώ είμαι είναι εμάς εμείς εμένα
    ένα έναν ένας ενός επίσης έχει έχουμε έχουν έχω ή η θα θέλει θέλουμε θέλω και κάνει κάνω
    κατά κι μας με μετά μέχρι μη μην μία μια μιας μου μπορεί μπορούμε μπορούν μπορώ να ο οι όμως
    όπου όπως όταν ότι παρακαλώ ποια ποιαν ποιας ποιες ποιο ποιοι ποιον ποιος ποιου ποιους πόσα
    πόσες πόση πόσο πόσοι πότε που πού πρέπει πριν προς πως πώς σας σε στα στη στην στις στο
    στον στους τα τη την της τι τις το τον του τους των υπάρχει χρειάζεται χρειάζομαι χωρίς ως
"""

_ENGLISH = """
    a about all am an and any are as at be been but by can could did do does for from get had
    has have how i if in into is it its me my need no not of on or our she should so some than
    that the their them then there they this to us was we what when where which who why will
    with would you your
"""

_SPANISH = """
    a al algún ante antes como cómo con cuál cuáles cuando cuándo cuánta cuántas cuánto cuántos
    de debe debemos deben debo del desde después donde dónde durante e el él en entre es esa ese
    esta está este esto estos estoy favor ha hace hacer hago hasta hay he la las le les lo los
    más me mi mí mis necesita necesito ni no nos nuestra nuestro o para pero por porque puede
    pueden puedo que qué quien quién quiénes quiere quiero quisiera se ser si sí sin sobre son
    soy su sus también tenemos tener tengo tiene tienen tras tu tus un una y ya yo
"""

_ESTONIAN = """
    aga ega ei enne et ilma ja jaoks juurde juures ka kas kaua keda kelle kellel kes kohta koos
    kuhu kui kuidas kuni kus kust ma me meie meil mida miks millal mille milline millise
    milliseid millisel millist mina mind minu mis mitu mu mul mulle mult nad need nende nii ning
    ole oleks oleme olen oli olla oma on palju palun pärast peab peaks peale peame pean peavad
    pole sa saab saaks saame saan saavad seda see selle sellel selles siin siis sina sinu soovib
    soovin su ta tahab tahan te teeb teen tegema teha teie tema tohib tohin vaja vajab vajan
    veel või võib võime võin võivad
"""

_FINNISH = """
    ei eikä en ennen että ette haluaa haluan hän hänen he ilman ja jälkeen joka jonka jos jota
    jotka jotta kanssa kauan kauanko kenelle kenen ketkä kuin kuinka kuka kun me meillä meille
    mihin mikä miksi millä millainen mille milloin minä minkä minua minulla minulle minulta
    minun minut missä mistä mitä miten mitkä montako mutta myös nämä ne ole olemme olen oli
    olisi olla oma on onko ovat paljon paljonko pitää pitääkö pitäisi saa saako saamme saan
    saanko se sekä sen siitä sinä sitä tai tämä tämän tarvitsee tarvitseeko tarvitsen
    tarvitsenko tässä tästä tätä täytyy täytyykö te teen tehdä teidän vai varten voi voiko
    voimme voin voinko voisiko voisin voivat
"""

_FRENCH = """
    a à ai après as au aussi aux avant avec avez avons besoin ça ce cela ces cet cette chez
    combien comment dans de des dès dois doit doivent donc du elle elles en entre est et être
    faire faut il ils je la là le lequel les leur leurs longtemps lors lorsque lui ma mais me
    mes moi mon ne ni nos notre nous on ont ou où par pas pendant peut peuvent peux plaît pour
    pourquoi puis quand que quel quelle quelles quels qui quoi sa sans se ses si son sont sous
    suis sur ta tes ton tu un une veut veux vos votre voudrais vous y
"""

_IRISH = """
    a ach ag againn agam agat aici aige air an aon ar ár as atá ba beidh bheith bhfuil bhí bhur
    bí cá cad caithfidh caithim cárb cathain cé céard cén chuig chun conas dá de déanamh den di
    do dó dom don dúinn duit é eile éis faoi fáth féidir féin fhad freisin gá gan go gur i í iad
    idir in is le leat leis linn liom má mar mé méid mhaith mhéad mian mo muid mura na nach ní
    níl nó nuair ó ón orainn orm ort roimh sa san sé seo sí siad sibh sin sinn sna tá teastaíonn
    thar thoil trí tríd tú uaim
"""

_CROATIAN = """
    a ako ali bez bi biti bude će ću da do dugo ga gdje hoće hoću i ih ili im ima imaju imam iz
    između ja je jer još kad kada kako kakva kakvo kamo kod koga koja koje kojeg kojem koji
    kojih kojim kojoj koju koliko komu li me mene mi mogu moj moja moje mojeg mojem moji mojih
    mojim mojoj moju molim mora moraju moram može na nakon nam nas ne nema nemam ni nije nisam o
    od ova ovaj ove ovo po pod prema pri prije s sa sam se si smije smo što su svoj svoje svoju
    ta također te tko to treba trebam u učiniti uz za zašto želi želim
"""

_HUNGARIAN = """
    a abban ahhoz akar akarok aki ami amikor annak arra az azok azt csak csinálni de ebben egy
    ehhez előtt én engem ennek erre és ez ezek ezt ha hány hogy hogyan hol honnan hova hová
    hozzá is itt kell kellene kérem ki kik kinek kit között lehet lehetek lenni lesz magam már
    meddig meg még mely melyek melyik melyiket mennyi mennyibe mennyit mi miatt miért mikor
    mikortól milyen mint mit nekem neki nekünk nélkül nem nincs nincsen ő ők ön önnek önök ott
    saját sem szabad szeretne szeretnék szeretnénk szerint szükséges te tegyek tenni tud tudok
    tudom után vagy vagyok van vannak vele velem volt
"""

_ITALIAN = """
    a abbiamo ad agli ai al alla alle allo anche bisogna bisogno che chi ci come con cosa cui da
    dal dalla degli dei del della delle dello deve devo devono dobbiamo dopo dove e è ed essere
    fare favore fra gli ha hanno ho i il in la le lo loro ma me mi mia mie miei mio ne nei nel
    nella noi non nostra nostro o occorre per perché più possiamo posso possono può qual quale
    quali quando quanta quante quanti quanto quella quello questa queste questi questo se senza
    serve si sono su sua sul sulla suo suoi tra un una uno vi voglio voi vorrei vuole
"""

_LITHUANIAN = """
    apie ar arba aš be bet būti dar daryti dėl esu galėčiau gali galima galime galiu į iki ilgai
    ir iš ja jei jeigu ji jį jie jis jo jų jūs ką kada kai kaip kam kas kiek kieno kodėl kokį
    kokia kokias kokie kokio kokios kokių koks kur kuri kurį kurią kurie kurio kurios kuris
    kurių man mane manęs mano mes mums mūsų ne negaliu nei nėra nereikia nes nori norime noriu
    nuo o pagal pas pat per po prašau prie prieš privalau privalo reikės reikia savo ši šį šią
    šio šios šis su ta tą tai taip tas to tos turėti turi turime turiu už yra
"""

_LATVIAN = """
    ar arī bet bez būs būt cik dara darīt drīkst drīkstu esam esmu gan grib gribu ilgi ir ja
    jābūt jādara jau jūs kā kad kāda kādā kādam kādas kādi kādiem kādos kāds kādu kam kāpēc kas
    ko kur kura kuram kuras kuri kurš kuru līdz lūdzu man mana manā manai manam manas mani manis
    mans manu manus mēs mums mūsu nav ne nedrīkst nepieciešama nepieciešami nepieciešams nevar
    no pa par pat pēc pie pirms šai šajā savas savs savu šī šis šīs šo tā tad tai tam tas tikai
    to un uz vai vajag var varam varat vari varu vēl vēlas vēlos
"""

_MALTESE = """
    aħna bejn bħal biex bil bla bżonn dak dan dawk dawn dik din dwar fejn fil fir fis fit fuq
    għal għala għalfejn għaliex għall għandek għandha għandhom għandi għandix għandu ħafna hawn
    hemm hemmx hi hija hu huma huwa iċ idum ikolli ikollu ikun il imma in inhi inhu int inti
    intom ir irrid is it ix iż jeħtieġ jekk jew jien jiena jista' jistgħu jixtieq jkolli jkun
    jogħġbok jrid kemm kien kif li liema lil ma mal meta mhux mill min mingħajr minn mnejn
    nagħmel neħtieġ nista' nixtieq qabel qed sal se ta' tagħha tagħna tal tas tiegħek tiegħi
    tiegħu tista' trid u ukoll wara xi xiex
"""

_DUTCH = """
    aan al alle als bij binnen daar dan dat de deze die dit door een en er geen ga gaan hebben
    hebt heb heeft het hij hoe hoeveel ik in is je jij kan kun kunnen kunt maar me mee meer met
    mij mijn moet moeten mag mogen na naar niet nog nu of om ons onze ook op over te tot u uit
    uw van voor waar waarom wanneer wat we wel welke wie wij wil word worden wordt ze zich zij
    zijn zo
"""

_POLISH = """
    a aby ale będę będzie bez by być chce chcę chciałabym chciałbym co czego czy dla dlaczego
    długo do gdy gdzie go i ich ile ja jak jaka jaką jaki jakich jakie je jego jej jeśli jest
    jestem jeżeli kiedy kogo komu kto która którą które którego której który których którym lub
    ma mają mam mi mieć mnie mogę moi moich moim mój moja moją moje mojego mojej może można mu
    musi muszą muszę my na nam nas nie o od po pod potrzebuje potrzebuję proszę przed przez przy
    są się skąd swój swoje ta także tego tej ten też to trzeba tym u w we z za ze że zrobić
"""

_PORTUGUESE = """
    a à ao aos as às até com como da das de deve devem devo do dos e é ela ele em entre essa
    esse esta está este estes estou eu favor fazer foi há isso isto já lhe mais mas me meu meus
    mim minha minhas muito na não nas nem no nos nós nossa nosso num numa o onde os ou para pela
    pelas pelo pelos pode podem podemos por porque porquê posso precisa preciso quais qual
    quando quantas quanto quantos que quê quem quer queria quero são se sem ser seu seus sobre
    sou sua suas também tem têm temos tenho ter um uma você
"""

_ROMANIAN = """
    a această acest aceste acestei acestui ai al ale am are aș au avea avem ca că când care
    cărei cărui cât câtă câte câți ce cine cu cui cum dacă dar de despre din dintr după e ea ei
    el ele este eu fac facă face fără fi fie îi îl îmi în înainte într își la le lor lui mă mai
    mea mei mele meu mi mie mine mult nevoie noastră noi nostru nu o până pe pentru poate pot
    prin printr putem rog sa să sau său se și sunt te trebui trebuie un una unde unei unui va vă
    voi vom vor vrea vreau
"""

_SLOVAK = """
    a aby aj ak aká aké ako akú aký ale alebo ani až bez bude budem by chce chcem čí čo dlho do
    ho i ich ja je k kam kde keď kedy koho koľko komu kto ktorá ktoré ktorého ktorej ktorí
    ktorom ktorou ktorú ktorý ktorých ktorým ku ma má majú mám mať mňa mne môj moja moje mojej
    môjho mojich mojom moju môže môžem môžu musí musia musím my na nám nás nemám nie o od po pod
    podľa potrebuje potrebujem pre prečo pred pri prosím s sa si sme smie so som sú svoj svoje
    svoju táto tejto tento tiež to tohto toto treba tú u urobiť už v vo z za že zo
"""

_SLOVENE = """
    a ali bi biti bo bom brez če da do dolgo ga hoče hočem ima imajo imam in iz jaz je k kadar
    kaj kako kakšen kakšna kakšno kam katera katere katerega katerem kateri katerih katerim
    katero kdaj kdo ker ki kje ko koga koliko komu kot lahko me med mene meni mi moj moja moje
    mojega mojem moji mojih mojim mojo mora moram mu na naj nam narediti nas ne ni nima nimam
    nisem o ob od pa po pod potrebno potrebuje potrebujem pred pri prosim s se sem si sme smem
    smo so storiti svoj svoje ta te tega ter to treba tudi v z za zakaj že želi želim
"""

_SWEDISH = """
    alla än är åt att av behöva behöver bli blir då där de dem den denna deras dessa det detta
    dig din dina ditt du efter eller en er ett får för före från gör göra ha han hans har här
    hennes hon hos hur i inga ingen innan inte jag kan kunna länge man många måste med mellan
    men mig min mina mitt mot mycket någon något några när ni nu och också om oss över på så sig
    sin sina sitt ska skall skulle som tack till under ur utan vad var vår vara våra varför vart
    vårt vem vi vid vilja vilka vilken vilket vill
"""

STOP_WORDS = {
    "bg": frozenset(_BULGARIAN.split()),
    "cs": frozenset(_CZECH.split()),
    "da": frozenset(_DANISH.split()),
    "de": frozenset(_GERMAN.split()),
    "el": frozenset(_GREEK.split()),
    "en": frozenset(_ENGLISH.split()),
    "es": frozenset(_SPANISH.split()),
    "et": frozenset(_ESTONIAN.split()),
    "fi": frozenset(_FINNISH.split()),
    "fr": frozenset(_FRENCH.split()),
    "ga": frozenset(_IRISH.split()),
    "hr": frozenset(_CROATIAN.split()),
    "hu": frozenset(_HUNGARIAN.split()),
    "it": frozenset(_ITALIAN.split()),
    "lt": frozenset(_LITHUANIAN.split()),
    "lv": frozenset(_LATVIAN.split()),
    "mt": frozenset(_MALTESE.split()),
    "nl": frozenset(_DUTCH.split()),
    "pl": frozenset(_POLISH.split()),
    "pt": frozenset(_PORTUGUESE.split()),
    "ro": frozenset(_ROMANIAN.split()),
    "sk": frozenset(_SLOVAK.split()),
    "sl": frozenset(_SLOVENE.split()),
    "sv": frozenset(_SWEDISH.split()),
}
