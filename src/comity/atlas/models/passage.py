"""A passage of a current pack, kept so that it is found by its words. Made anew with each version, never edited."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from comity.atlas.models.loaded_pack import LoadedPack


class Passage(models.Model):
    """One fact, or the name of what facts are about (`fact` is then empty): see `atlas.rules.passages`.

    The `…_words` are folded by us, so that one table folds what is kept and what is looked for. `edition` is that of
    the rules that made the passage.
    """

    pack = models.ForeignKey(LoadedPack, on_delete=models.CASCADE, related_name="passages")
    edition = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=300)
    sort = models.CharField(max_length=20)
    title = models.TextField()
    text = models.TextField()
    subject = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    fact = models.JSONField(null=True)
    title_words = models.TextField()
    text_words = models.TextField()
    other_words = models.TextField()
    words = models.GeneratedField(
        expression=SearchVector("title_words", weight="A", config="simple")
        + SearchVector("text_words", weight="B", config="simple")
        + SearchVector("other_words", weight="D", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="passage_words"),
            models.Index(fields=["sort", "id"], name="passage_sort"),
            models.Index(fields=["country", "id"], name="passage_country"),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.title}"
