from django.urls import path

from apps.reminders import (
    choice_views,
    feed_views,
    mail_views,
    note_views,
    notice_views,
    rule_views,
    views,
)

urlpatterns = [
    path("uppgifter/", views.task_list, name="task_list"),
    path("uppgifter/oppna/", note_views.deadline_open, name="deadline_open"),
    path("uppgifter/klar/", note_views.deadline_close, name="deadline_close"),
    path("uppgifter/ny-tid/", note_views.deadline_move, name="deadline_move"),
    path("uppgifter/svar/<int:pk>/angra/", note_views.note_undo, name="note_undo"),
    path("notiser/", notice_views.notice_list, name="notice_list"),
    path("konto/mejl/", choice_views.notice_choice, name="notice_choice"),
    path("konto/mejl/av/<str:token>/", choice_views.notice_unsubscribe, name="notice_unsubscribe"),
    path("konto/kalender/", feed_views.feed_list, name="feed_list"),
    path("konto/kalender/ny/", feed_views.feed_create, name="feed_create"),
    path("konto/kalender/<int:pk>/byt/", feed_views.feed_renew, name="feed_renew"),
    path("konto/kalender/<int:pk>/ta-bort/", feed_views.feed_delete, name="feed_delete"),
    path("kalender/<str:token>.ics", feed_views.calendar_feed, name="calendar_feed"),
    path("installningar/paminnelser/", rule_views.reminder_settings, name="reminder_settings"),
    path("installningar/paminnelser/<str:kind>/", rule_views.reminder_rule_update, name="reminder_rule_update"),
    path("installningar/paminnelser/<str:kind>/aterstall/", rule_views.reminder_rule_reset, name="reminder_rule_reset"),
    path("installningar/mejl/", mail_views.delivery_status, name="delivery_status"),
    path("installningar/mejl/<int:pk>/", mail_views.mail_detail, name="mail_detail"),
    path("installningar/mejl/<int:pk>/skicka-igen/", mail_views.mail_release, name="mail_release"),
    path("installningar/mejl/<int:pk>/hall/", mail_views.mail_hold, name="mail_hold"),
    path("installningar/mejl/<int:pk>/kom-fram/", mail_views.mail_settle, name="mail_settle"),
    path("installningar/mejl/adresser/<int:pk>/stammer/", mail_views.bounce_clear, name="bounce_clear"),
    path("healthz", views.healthz, name="healthz"),
]
