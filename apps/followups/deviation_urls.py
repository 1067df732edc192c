"""Addresses of deviations and sanctions."""

from django.urls import path, register_converter

from apps.followups import deviation_views as deviations
from apps.followups import reply_link_views as replies
from apps.followups import sanction_views as sanctions
from apps.followups.converters import StepConverter

register_converter(StepConverter, "step")

urlpatterns = [
    path("avvikelser/", deviations.deviation_list, name="deviation_list"),
    path("avtal/<int:pk>/avvikelser/ny/", deviations.deviation_create, name="deviation_create"),
    path("avvikelser/<int:pk>/", deviations.deviation_detail, name="deviation_detail"),
    path("avvikelser/<int:pk>/andra/", deviations.deviation_update, name="deviation_update"),
    path("avvikelser/<int:pk>/undantag/", deviations.deviation_exempt, name="deviation_exempt"),
    path("avvikelser/<int:pk>/avsluta/", deviations.deviation_close, name="deviation_close"),
    path("avvikelser/<int:pk>/oppna/", deviations.deviation_reopen, name="deviation_reopen"),
    path("avvikelser/<int:pk>/steg/<step:step>/", sanctions.sanction_create, name="sanction_create"),
    path("avvikelser/sanktioner/<int:pk>/svar/", sanctions.sanction_reply, name="sanction_reply"),
    path("avvikelser/sanktioner/<int:pk>/beslut/", sanctions.sanction_decide, name="sanction_decide"),
    path("avvikelser/sanktioner/<int:pk>/aterta/", sanctions.sanction_withdraw, name="sanction_withdraw"),
    path("yttrande/<str:token>/", replies.reply_link, name="reply_link"),
    path("yttrande/<str:token>/ny-lank/", replies.reply_renew, name="reply_renew"),
    path("avvikelser/sanktioner/<int:pk>/brev.<slug:ending>", sanctions.sanction_letter, name="sanction_letter"),
]
