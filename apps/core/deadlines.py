"""A date somebody must act on, in the words every app shares."""

from datetime import date
from typing import NamedTuple


class Deadline(NamedTuple):
    """`key` names it for ever ("requirement:12"), `owner_department_id` is who must act, `url` a page about it.

    Only those who hold `permission` in the organisation (and department) see it, and they may open `url`. Where it is
    done is `act_url`, for those who hold `act_permission` too. `context` says what it belongs to, at `context_url`.
    One that `lapses` leaves nothing to do after its day, like the end of a contract. One that `is_personal` is its
    responsible person's alone: nobody else sees it, does it or is told of it instead.

    A tuple, since an organisation has thousands and a frozen dataclass takes three times as long to make.
    """

    key: str
    title: str
    due_on: date
    organisation_id: int
    owner_department_id: int | None
    responsible_id: int | None
    legal_basis: str
    url: str
    permission: str
    context: str = ""
    lapses: bool = False
    context_url: str = ""
    act_url: str = ""
    act_permission: str = ""
    is_personal: bool = False
