from __future__ import annotations

from services.models.authorities import (
    AuthorityIdentifier,
    CompetentAuthority,
    ContactPoint,
    LegalReference,
)
from services.models.classification import PolicyCode, Territory
from services.models.facts import (
    Channel,
    Deadline,
    Evidence,
    Fee,
    IdentificationMeans,
    Step,
)
from services.models.guides import (
    AuthorityPage,
    LifeEventPage,
    LifeEventStep,
    LifeEventTopic,
    TopicPage,
)
from services.models.identity import DeletedService
from services.models.imports import ImportRecord
from services.models.pages import (
    AssistancePage,
    InformationPage,
    ProcedurePage,
)
from services.models.relations import (
    AuthorityPageContact,
    RelatedPage,
    ServiceContact,
    ServiceLegalReference,
    ServicePolicyCode,
    ServiceTerritory,
    ServiceTopic,
)
from services.models.service_page import ServicePage

__all__ = [
    "AssistancePage",
    "AuthorityIdentifier",
    "AuthorityPage",
    "AuthorityPageContact",
    "Channel",
    "CompetentAuthority",
    "ContactPoint",
    "Deadline",
    "DeletedService",
    "Evidence",
    "Fee",
    "IdentificationMeans",
    "ImportRecord",
    "InformationPage",
    "LegalReference",
    "LifeEventPage",
    "LifeEventStep",
    "LifeEventTopic",
    "PolicyCode",
    "ProcedurePage",
    "RelatedPage",
    "ServiceContact",
    "ServiceLegalReference",
    "ServicePage",
    "ServicePolicyCode",
    "ServiceTerritory",
    "ServiceTopic",
    "Step",
    "Territory",
    "TopicPage",
]
