"""Users, their roles and mandates. Knows who may act; not what they act on."""
