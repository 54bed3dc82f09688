"""What translation does in the background, after a publication."""

from __future__ import annotations

from django.apps import apps
from django_tasks import task

from services.translation.extraction import extract


@task()
def extract_source(label: str, pk: int) -> bool:
    """Extract a published source again; it may be gone by now."""
    source = apps.get_model(label)._base_manager.filter(pk=pk).first()
    return source is not None and extract(source)
