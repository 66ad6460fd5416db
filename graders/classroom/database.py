"""The database that the gradebook is in: opened, or refused with what there is to do about it."""

from nbgrader.api import Gradebook
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from graders.errors import AuthorFault, MachineFault

REFUSED = (SQLAlchemyError, ImportError)
"""What is raised where a database cannot be opened; drivers are imported when they are needed."""
CHECK = "check db_url in nbgrader_config.py"
INSTALL = (
    "install that, or for PostgreSQL write postgresql+psycopg://… as db_url in nbgrader_config.py "
    "and `.venv/bin/pip install -c constraints.txt -e '.[postgresql]'`"
)
START = f"start the server, or {CHECK}"


def opened(db_url: str, course_id: str) -> Gradebook:
    """The gradebook at `db_url`, SQLAlchemy's.

    Raises AuthorFault if that is no URL of a database, MachineFault if the driver is missing or
    nobody answers there.
    """
    try:
        return Gradebook(db_url, course_id)
    except REFUSED as error:
        fault = AuthorFault if isinstance(error, ArgumentError) else MachineFault
        raise fault("; ".join(refusal(error, db_url))) from error


def refusal(error: Exception, db_url: str) -> tuple[str, str]:
    """What is said of a database that could not be opened, and what there is to do."""
    if isinstance(error, ArgumentError):
        return f"the gradebook does not answer: {reason(error)}", CHECK
    place = make_url(db_url).render_as_string(hide_password=True)
    advice = INSTALL if isinstance(error, ImportError) else START
    return f"the gradebook does not answer: {place}: {reason(error)}", advice


def reason(error: Exception) -> str:
    """What a driver has to say, in one line, without the statement and what was to be written."""
    return " ".join(str(getattr(error, "orig", None) or error).split())
