"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from comity.config.collector import set_aside_what_stands

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.config.settings")
application = get_wsgi_application()
set_aside_what_stands()
