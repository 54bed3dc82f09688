"""Which words of a question say nothing about its subject, in each language? (Data.)

They are written in normal form. A question that consists of nothing else keeps them all.
"""

from __future__ import annotations

_DUTCH = """
    aan al alle als bij binnen daar dan dat de deze die dit door een en er geen ga gaan hebben
    hebt heb heeft het hij hoe hoeveel ik in is je jij kan kun kunnen kunt maar me mee meer met
    mij mijn moet moeten mag mogen na naar niet nog nu of om ons onze ook op over te tot u uit
    uw van voor waar waarom wanneer wat we wel welke wie wij wil word worden wordt ze zich zij
    zijn zo
"""

_ENGLISH = """
    a about all am an and any are as at be been but by can could did do does for from get had
    has have how i if in into is it its me my need no not of on or our she should so some than
    that the their them then there they this to us was we what when where which who why will
    with would you your
"""

_GERMAN = """
    ab aber alle als also am an auch auf aus bei beim bin bis bist da dann das dass dem den der
    des dich die dies diese dieser dir doch du durch ein eine einem einen einer eines er es fur
    gibt hab habe haben hat ich ihr ihre im in ins ist ja kann kein keine konnen man mein meine
    meinem meinen meiner mich mir mit muss mussen nach nicht noch nur ob oder ohne sich sie sind
    so uber um und uns unser unsere vom von vor wann warum was welche welcher wenn wer werden
    wie wieviel will wir wird wo wohin zu zum zur
"""

STOP_WORDS = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
}
