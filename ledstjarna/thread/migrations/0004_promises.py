"""Days that were promised are kept, as strands are; those that stand today are the first."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def standing(apps: Any, schema_editor: Any) -> None:
    """A promise for each node that has one; it was made, as far as is known, when the node came."""
    node, promise = apps.get_model("thread", "Node"), apps.get_model("thread", "Promise")
    rows = node.objects.exclude(due=None).values_list("pk", "due", "born")
    promise.objects.bulk_create(
        [promise(node_id=pk, due=due, since=born) for pk, due, born in rows], batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [
        ("thread", "0003_time"),
    ]

    operations = [
        migrations.CreateModel(
            name="Promise",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due", models.DateField()),
                ("since", models.DateTimeField(editable=False, null=True)),
                ("until", models.DateTimeField(editable=False, null=True)),
                ("cut", models.BooleanField(default=False)),
                (
                    "node",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="promises", to="thread.node"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("since", None)), fields=["id"], name="promise_undated"),
                    models.Index(
                        condition=models.Q(("cut", True), ("until", None)),
                        fields=["id"],
                        name="promise_cutting",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cut", False)), fields=("node",), name="promise_one_stands"
                    )
                ],
            },
        ),
        migrations.RunPython(standing, migrations.RunPython.noop),
    ]
