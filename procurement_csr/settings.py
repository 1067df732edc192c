"""All settings of Steget in one file. Every value an installation may change comes from the environment.

`NAME_FILE` may hold the path of a file with the value of `NAME`, so that secrets need not stand in the environment.
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from procurement_csr import services

BASE_DIR = Path(__file__).resolve().parent.parent
STATE_DIR = services.state_directory()


def env(name: str, default: str = "") -> str:
    """The variable `name`, or the content of the file named by `name_FILE`, or the default."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def env_bool(name: str, default: bool) -> bool:
    """A yes/no variable. Raises ImproperlyConfigured on any other word than 1/0, true/false, yes/no, ja/nej."""
    value = env(name, str(default)).lower()
    if value in {"1", "true", "yes", "ja"}:
        return True
    if value in {"0", "false", "no", "nej", ""}:
        return False
    raise ImproperlyConfigured(f"{name} ska vara ja eller nej, inte {value!r}.")


def env_int(name: str, default: int) -> int:
    """A whole number. Raises ImproperlyConfigured on anything else."""
    value = env(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} ska vara ett heltal, inte {value!r}.") from None


# --- What kind of installation this is -------------------------------------------------------------------------
# A demo runs on one machine over http with known accounts; production needs a key of its own and TLS in front.
DEMO = env_bool("STEGET_DEMO", not env("SECRET_KEY"))
if not DEMO and not env("SECRET_KEY"):
    raise ImproperlyConfigured("SECRET_KEY saknas. Utanför demo ska den sättas till en egen hemlig nyckel.")
SECRET_KEY = env("SECRET_KEY") or services.demo_secret_key(STATE_DIR)
DEBUG = env_bool("DEBUG", False)
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "*" if DEMO else "").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env("CSRF_TRUSTED_ORIGINS").split(",") if origin]
INSTALLATION_NAME = env("STEGET_NAME", "Upphandlingsenheten")
CONTACT_EMAIL = env("STEGET_CONTACT_EMAIL", "steget@exempel.se")

INSTALLED_APPS = [
    "procurement_csr",  # only for its commands: the demo world
    "apps.core",
    "apps.accounts",
    "apps.suppliers",
    "apps.procurements",
    "apps.placements",
    "apps.mbl",
    "apps.actionplans",
    "apps.followups",
    "apps.targets",
    "apps.reminders",
    "apps.onboarding",
    "apps.interchange",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "csp",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "apps.accounts.middleware.SessionLimitsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "apps.accounts.middleware.ActiveOrganisationMiddleware",
    "apps.core.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "procurement_csr.urls"
WSGI_APPLICATION = "procurement_csr.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "procurement_csr.context.page",
            ],
            "builtins": ["apps.core.templatetags.steget"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "steget"
CRISPY_TEMPLATE_PACK = "steget"
CRISPY_FAIL_SILENTLY = False

# --- PostgreSQL and Valkey/Redis --------------------------------------------------------------------------------
DATABASES = {
    "default": dj_database_url.parse(
        env("DATABASE_URL") or services.database_url(STATE_DIR),
        conn_max_age=env_int("CONN_MAX_AGE", 60),
        conn_health_checks=True,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The cache holds the rate limits of the sign-in, so it must outlive a lost broker: it is a table.
# Django drops a third of the rows above MAX_ENTRIES, and 300 is so few that a guesser could flush the limits out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

CELERY_BROKER_URL = env("REDIS_URL") or services.broker_url(STATE_DIR)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_TIMEZONE = "Europe/Stockholm"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 2,
    "socket_timeout": 10,
    "visibility_timeout": 3600,
    # By default kombu looks for a killed worker's messages only every hundred seconds.
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
}
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "reminders-heartbeat": {"task": "apps.reminders.tasks.heartbeat", "schedule": 60},
    "reminders-plan": {"task": "apps.reminders.tasks.plan", "schedule": 5 * 60},
    "reminders-send": {"task": "apps.reminders.tasks.send", "schedule": 15, "options": {"expires": 15}},
    "reminders-empty-old-mails": {"task": "apps.reminders.tasks.empty_old_mails", "schedule": 24 * 3600},
    "mbl-follow-plans": {"task": "apps.mbl.tasks.follow_plans", "schedule": 5 * 60},
    "followups-make-plans": {"task": "apps.followups.tasks.make_plans", "schedule": 24 * 3600},
    "followups-remind-suppliers": {"task": "apps.followups.tasks.remind_suppliers", "schedule": 24 * 3600},
    "followups-raise-deviations": {"task": "apps.followups.tasks.raise_deviations", "schedule": 24 * 3600},
    "interchange-waiting-imports": {"task": "apps.interchange.tasks.run_waiting_imports", "schedule": 60},
    "interchange-old-uploads": {"task": "apps.interchange.tasks.discard_old_uploads", "schedule": 24 * 3600},
    "accounts-clear-sessions": {"task": "apps.accounts.tasks.clear_sessions", "schedule": 24 * 3600},
}

# --- Language and time --------------------------------------------------------------------------------------------
LANGUAGE_CODE = "sv"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Stockholm"

# --- Static files -------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = STATE_DIR / "media"
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# --- Who signs in, and how ----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "apps.accounts.backends.RoleBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ROLE_PERMISSIONS = "procurement_csr.roles.ROLE_PERMISSIONS"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
PASSWORD_RESET_TIMEOUT = 60 * 60
CSRF_FAILURE_VIEW = "apps.accounts.views.csrf_failure"
# For links in mail that no request asked for.
SITE_URL = env("STEGET_URL", f"http://localhost:{env('PORT') or 8000}").rstrip("/")
ALLAUTH_TRUSTED_PROXY_COUNT = env_int("TRUSTED_PROXY_COUNT", 0 if DEMO else 1)  # rate limits need the visitor's address
ACCOUNT_ADAPTER = "apps.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "apps.accounts.sign_in_forms.LoginForm",
    "reset_password": "apps.accounts.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "apps.accounts.sign_in_forms.ResetPasswordKeyForm",
    "change_password": "apps.accounts.sign_in_forms.ChangePasswordForm",
    "set_password": "apps.accounts.sign_in_forms.SetPasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account exists only through an invitation to that address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password is told to its owner
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/h/key",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
SESSION_IDLE_SECONDS = env_int("SESSION_IDLE_SECONDS", 60 * 60)
SESSION_ABSOLUTE_SECONDS = env_int("SESSION_ABSOLUTE_SECONDS", 10 * 60 * 60)
# The cookie outlives both limits so that a late form can be given back to the same person after a new sign-in.
SESSION_COOKIE_AGE = 3 * 24 * 60 * 60

# --- Safety of the transport and the page ---------------------------------------------------------------------------
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SECURE_SSL_REDIRECT = env_bool("SECURE_SSL_REDIRECT", not DEMO)
SECURE_REDIRECT_EXEMPT = [r"^healthz"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env_int("SECURE_HSTS_SECONDS", 0 if DEMO else 365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- Mail -----------------------------------------------------------------------------------------------------------
# Every mail is written into the outbox, in the transaction of what it tells of; DELIVERY_BACKEND takes it from there.
# Without EMAIL_HOST mail is written to files, so that a demo can be tried without a mail server.
EMAIL_HOST = env("EMAIL_HOST")
EMAIL_BACKEND = "apps.reminders.outbox_backend.EmailBackend"
FILES_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
DELIVERY_BACKEND = env("DELIVERY_BACKEND", "apps.reminders.smtp.EmailBackend" if EMAIL_HOST else FILES_BACKEND)
EMAIL_FILE_PATH = STATE_DIR / "mail"
EMAIL_PORT = env_int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 10
# How long a worker holds a mail before others may take it, and how long an uncertain mail rests before it is repeated.
MAIL_LEASE_SECONDS = env_int("MAIL_LEASE_SECONDS", 60)
MAIL_RESEND_SECONDS = env_int("MAIL_RESEND_SECONDS", 15 * 60)
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", CONTACT_EMAIL)

# --- History --------------------------------------------------------------------------------------------------------
PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_MODEL = None

# --- Logs: one line per event on standard error ---------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"secrets": {"()": "procurement_csr.logs.WithoutCalendarAddresses"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["secrets"]}},
    # The development server writes every address by itself.
    "loggers": {"django.server": {"filters": ["secrets"]}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", "WARNING")},
}

# --- What lower pages show of upper apps -----------------------------------------------------------------------------
PAGE_PANELS = {
    "procurement_list": [
        "apps.followups.plan_panels.procurement_list",
        "apps.mbl.panels.procurement_list",
        "apps.interchange.panels.procurement_list",
    ],
    "plan": ["apps.interchange.panels.plan"],
    "actionplan": ["apps.interchange.panels.actionplan"],
    "contract": [
        "apps.placements.panels.contract",
        "apps.followups.plan_panels.contract",
        "apps.followups.meeting_panels.contract",
        "apps.followups.deviation_panels.contract",
    ],
    "procurement": [
        "apps.mbl.panels.procurement",
        "apps.followups.plan_panels.procurement",
        "apps.followups.meeting_panels.procurement",
        "apps.reminders.panels.procurement",
    ],
    "supplier": [
        "apps.procurements.panels.supplier",
        "apps.placements.panels.supplier",
        "apps.followups.plan_panels.supplier",
    ],
    "placement_list": ["apps.interchange.panels.placement_list"],
    "my_day": ["apps.reminders.panels.my_day"],
    "profile": ["apps.reminders.panels.profile"],
    "placement_saved": ["apps.targets.panels.placement_saved"],
    "settings": [
        "apps.onboarding.panels.settings",
        "apps.procurements.panels.settings",
        "apps.mbl.panels.settings",
        "apps.placements.panels.settings",
        "apps.reminders.panels.settings",
    ],
    "dashboard": ["apps.onboarding.panels.dashboard"],
}
# Lists whose filters a person may save: who may see the list, and the form that names its fields.
SAVED_FILTER_LISTS = {
    "procurement_list": ("procurements.view_procurement", "apps.procurements.filters.ProcurementFilter"),
    "contract_list": ("procurements.view_procurement", "apps.procurements.filters.ContractFilter"),
    "followup_overview": ("followups.view_followup", "apps.followups.overview_filters.OverviewFilter"),
}
# How many seminars about a version of the guideline have been held: `held(guideline, today)` gives a number.
GUIDELINE_SEMINARS = ["apps.actionplans.seminar_queries.held_about"]
# What upper floors say before a procurement moves to a phase: `gate(procurement, today)` gives Swedish sentences.
TRANSITION_GATES: dict[str, list[str]] = {
    "published": ["apps.mbl.gates.published"],
    "awarded": ["apps.mbl.gates.awarded"],
    "contracted": ["apps.mbl.gates.contracted"],
}
# Deadlines of floors above the reminders, `open_deadlines(*, since, until, organisation)`, and the permissions of which
# one is needed to be told of them.
MORE_DEADLINES = {"apps.onboarding.deadlines.open_deadlines": ("onboarding.view_onboarding",)}
# Whether somebody up there must know to whom an award goes: `asks(procurement)`.
AWARD_QUESTIONS = ["apps.mbl.gates.compares_award"]
# The same as a gate, before a contract gets its suppliers: `gate(procurement, suppliers, today)`.
SUPPLIER_GATES = ["apps.mbl.gates.supplier"]
# The same, before something is called off: `gate(framework, suppliers, day)`.
CALL_OFF_GATES = ["apps.followups.blocks.call_off"]
# Who looks at a contract at once when a placement of it ends: `follower(contract, today)`.
DELIVERY_FOLLOWERS = ["apps.followups.raise_actions.look_at"]
