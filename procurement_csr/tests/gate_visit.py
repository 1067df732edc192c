"""A page of the gate in one of its states."""

import re
from dataclasses import dataclass

from django.urls import reverse

EMPTY, NONSENSE = "empty", "nonsense"
BOTH = (EMPTY, NONSENSE)


@dataclass(frozen=True)
class Visit:
    """A page in one of its states. `who` is a role, `nobody` a user without one, "" somebody not signed in.

    `obj` names the address' arguments; `refuses` says what its form must refuse, and is empty where there is no form.
    `status` is how the page is answered. A `{name}` in the query is the first argument of that object.
    """

    name: str
    who: str = ""
    obj: str = ""
    query: str = ""
    refuses: tuple[str, ...] = ()
    status: int = 200

    @property
    def label(self) -> str:
        query = re.sub("[{}?]", "", self.query).replace("=", "_")
        return "-".join(filter(None, [self.name, self.obj, query, self.who]))

    def path(self, objects: dict[str, tuple]) -> str:
        query = re.sub(r"{(\w+)}", lambda found: str(objects[found[1]][0]), self.query)
        return reverse(self.name, args=objects[self.obj]) + query
