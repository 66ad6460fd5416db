"""The page of a graded notebook, as nbgrader's feedback has it, without doing anything twice."""

import json
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode, validator
from nbgrader import preprocessors

from graders.classroom.fair_copy import fair_copy

REMEMBERED = 500
"""Cells whose HTML is remembered: those of the assignment, which are the same for everybody."""


class GetGrades(preprocessors.GetGrades):
    """Puts scores and comments into a notebook as nbgrader does, but asks no database for them."""

    def preprocess(
        self, notebook: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Take from `resources` what is known; raises KeyError if a cell is not known."""
        about = resources["nbgrader"]
        self._grades = about.pop("grades")
        for index, cell in enumerate(notebook.cells):
            self.preprocess_cell(cell, resources, index)
        penalty = self._grades.late_penalty or 0
        about["score"] = self._grades.score - penalty
        about["max_score"], about["late_penalty"] = self._grades.max_score, penalty
        return notebook, resources

    def _get_comment(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        about = cell.metadata.nbgrader
        about["comment"] = self._grades.comments[about["grade_id"]]

    def _get_score(self, cell: NotebookNode, resources: ResourcesDict) -> None:
        about = cell.metadata.nbgrader
        about["score"], about["points"] = self._grades.cells[about["grade_id"]]


class StyleSheets(CSSHTMLHeaderPreprocessor):
    """nbconvert's style sheets, made once."""

    def _generate_header(self, resources: ResourcesDict) -> list[str]:
        if not hasattr(self, "_header"):
            self._header = super()._generate_header(resources)
        return self._header


class PageExporter(HTMLExporter):
    """nbconvert's HTMLExporter for many notebooks of one assignment: the same pages, sooner.

    What is remembered is the HTML of a source, by all that it is made from: a page has nothing in
    it that could not have been made from its own notebook.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._remembered_highlight = lru_cache(REMEMBERED)(self._highlight)
        self._remembered_markdown = lru_cache(REMEMBERED)(self._markdown)

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """As HTMLExporter does, but with a fair copy in the end."""
        about = nb.metadata.get("language_info", {})
        self._lexer = about.get("pygments_lexer", about.get("name", None))
        resources = self._init_resources(resources)
        types = WidgetsDataTypeFilter(self._nb_metadata, parent=self, resources=resources)
        self.register_filter("filter_data_type", types)
        self.register_filter("highlight_code", self.filters.get("highlight_code", self.highlight))
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **kwargs)
        self._nb_metadata.clear()  # else it is kept of all notebooks
        return fair_copy(page), resources

    def _preprocess(
        self, notebook: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """As nbconvert does, but on the copy that it has just made, and validated in the end."""
        _, notebook = validator.normalize(notebook)
        for preprocessor in self._preprocessors:
            notebook, resources = preprocessor(notebook, resources)
        self._validate_preprocessor(notebook, self._preprocessors)
        return notebook, resources

    def highlight(
        self, source: str, language: str | None = None, metadata: NotebookNode | None = None
    ) -> str:
        """Code as HTML: nbconvert's filter `highlight_code`."""
        metadata = metadata or {}
        about = (
            {"magics_language": metadata["magics_language"]}
            if "magics_language" in metadata
            else {}
        )
        return self._remembered_highlight(self._lexer, source, language, json.dumps(about))

    def _highlight(self, lexer: str | None, source: str, language: str | None, about: str) -> str:
        highlight = Highlight2HTML(pygments_lexer=lexer, parent=self)
        return highlight(source, language, json.loads(about))

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """Markdown as HTML: nbconvert's filter of this name. Images need more than the source."""
        if context.get("cell", {}).get("attachments") or self.embed_images:
            return super().markdown2html(context, source)
        return self._remembered_markdown(source)

    def _markdown(self, source: str) -> str:
        return super().markdown2html({}, source)
