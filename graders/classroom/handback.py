"""What goes back to students: feedback without secrets, released to whom the exchange knows."""

from glob import glob
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbgrader.exchange import default
from traitlets import Bool


class HideSecrets(Preprocessor):
    """Keeps hidden tests and marking schemes, which graded notebooks contain, out of feedback."""

    enabled = Bool(True)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Cut the hidden regions out of the assignment's own cells."""
        about = cell.metadata.get("nbgrader", {})
        if about.get("locked") and not about.get("solution"):
            cell.source = _without_region(cell.source, "HIDDEN TESTS")
            cell.source = _without_region(cell.source, "MARK SCHEME")
        return cell, resources


def _without_region(source: str, region: str) -> str:
    kept, hidden = [], False
    for line in source.splitlines():
        hidden = hidden or f"BEGIN {region}" in line
        if not hidden:
            kept.append(line)
        hidden = hidden and f"END {region}" not in line
    return "\n".join(kept).rstrip()


class ReleaseFeedback(default.ExchangeReleaseFeedback):
    """nbgrader's release of feedback, which no submission can stop.

    The exchange knows a submission by what `nbgrader submit` leaves in it; one that came in another
    way, by `zip_collect`, has no place there.
    """

    def copy_files(self) -> None:
        """Release what came through the exchange; say who must get theirs in another way."""
        folders = [Path(folder) for folder in sorted(glob(self.src_path))]
        strangers = [folder for folder in folders if not _came_by_submit(folder)]
        for folder in strangers:
            self.log.warning("not submitted through the exchange, not released there: %s", folder)
        excluded = self.coursedir.student_id_exclude
        names = [excluded, *(folder.parent.name for folder in strangers)]
        self.coursedir.student_id_exclude = ",".join(filter(None, names))
        try:
            super().copy_files()
        finally:
            self.coursedir.student_id_exclude = excluded  # formgrader's server goes on using it


def _came_by_submit(folder: Path) -> bool:
    return all((folder / name).exists() for name in ("timestamp.txt", "submission_secret.txt"))
