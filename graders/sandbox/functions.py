"""Functions of a notebook as they cross the boundary: what one is given, and what it returns."""

from dataclasses import dataclass
from typing import Any, Self

from graders.errors import NotDefined, Raised, Unreadable
from graders.sandbox import randomness

MAX_CHARACTERS, MAX_KINDS = 500, 20
"""How much of an exception is kept: its words, and the classes above its own."""
GIVEN_UP = {"given up": True}
"""What a child answers to calls that it has not made, of many that were asked for together."""


def is_given_up(answer: Any) -> bool:
    """Whether an answer says that the calls which are left were not made."""
    match answer:
        case {"given up": True}:
            return True
    return False


@dataclass(frozen=True)
class Call:
    """What a function is called with."""

    args: tuple
    views: bool = False
    """Whether its arrays are read-only and strided."""

    def request(self, name: str) -> dict[str, Any]:
        """The request for this call of the function `name` (the protocol of `child`)."""
        args, seeds = randomness.plain(self.args)
        return {"call": name, "args": args, "views": self.views, "seeds": seeds}


@dataclass(frozen=True)
class Reply:
    """What a function returned, and its arguments as the call left them."""

    value: Any
    args: tuple = ()
    drew: bool = False
    """Whether the random numbers that all share, those of `np.random`, went on."""

    @classmethod
    def read(cls, answer: Any) -> Self:
        """What a child has answered to a call. Raises NotDefined, Raised or Unreadable."""
        match answer:
            case {"value": value, "args": tuple(args)}:
                return cls(value, args, answer.get("drew") is True)
            case {"missing": str(words)}:
                raise NotDefined(words[:MAX_CHARACTERS])
            case {"raised": [str(), *_] as kinds, "message": str(said), "line": str(line)} if all(
                isinstance(kind, str) for kind in kinds[:MAX_KINDS]
            ):
                names = [kind[:MAX_CHARACTERS] for kind in kinds[:MAX_KINDS]]
                raise Raised(names, said[:MAX_CHARACTERS], line[:MAX_CHARACTERS])
        raise Unreadable("sent an answer that is no answer to the question")
