"""Django's SQLite, made durable, with writers who wait in line instead of failing."""
