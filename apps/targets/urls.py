from django.urls import path, re_path

from apps.targets import target_views, views

urlpatterns = [
    path("oversikt/", views.dashboard, name="dashboard"),
    path("oversikt/publicera/", views.year_publish, name="year_publish"),
    path("oversikt/sluta-publicera/", views.year_unpublish, name="year_unpublish"),
    path("sa-raknar-vi/", target_views.counting_rules, name="counting_rules"),
    path("mal/nytt/", target_views.target_create, name="target_create"),
    path("oppet/", views.public_index, name="public_index"),
    re_path(r"^oppet/(?P<org_number>[0-9]{10})/(?P<year>20[0-9]{2})/$", views.public_year, name="public_year"),
]
