"""The request's name and its user, handed to the history triggers."""

import uuid

import pghistory.middleware


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Adds a request identity beside the user and the address, so that one request's changes can be read together."""

    def get_context(self, request):
        return super().get_context(request) | {"request": str(uuid.uuid4())}
