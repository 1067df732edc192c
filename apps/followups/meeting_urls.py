"""Addresses of dialogue meetings."""

from django.urls import path

from apps.followups import meeting_hold_views as hold
from apps.followups import meeting_views as views
from apps.followups import minutes_views as minutes

urlpatterns = [
    path("moten/", views.meeting_list, name="meeting_list"),
    path("avtal/<int:pk>/moten/nytt/", views.meeting_create, name="meeting_create"),
    path("upphandlingar/<int:pk>/marknadsdialog/ny/", views.market_dialogue_create, name="market_dialogue_create"),
    path("moten/<int:pk>/", views.meeting_detail, name="meeting_detail"),
    path("moten/<int:pk>/andra/", views.meeting_update, name="meeting_update"),
    path("moten/<int:pk>/stall-in/", views.meeting_cancel, name="meeting_cancel"),
    path("moten/<int:pk>/inbjudan.ics", views.meeting_invitation, name="meeting_invitation"),
    path("moten/<int:pk>/hall/<slug:step>/", hold.meeting_hold, name="meeting_hold"),
    path("moten/<int:pk>/avsluta/", hold.meeting_close, name="meeting_close"),
    path("moten/<int:pk>/oppna/", hold.meeting_reopen, name="meeting_reopen"),
    path("moten/<int:pk>/protokoll.pdf", minutes.meeting_minutes, name="meeting_minutes"),
    path("moten/<int:pk>/godkann/", minutes.meeting_approve, name="meeting_approve"),
    path("moten/atgarder/<int:pk>/gjord/", hold.meeting_task_done, name="meeting_task_done"),
    path("moten/atgarder/<int:pk>/oppna/", hold.meeting_task_undo, name="meeting_task_undo"),
    path("protokoll/<str:token>/", minutes.minutes_link, name="minutes_link"),
    path("protokoll/<str:token>/protokoll.pdf", minutes.minutes_link_pdf, name="minutes_link_pdf"),
]
