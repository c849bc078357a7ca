"""The commands, put together."""

from __future__ import annotations

import typer

from framing.cli import align, annotate, check, compare, config, corpus, evaluate, exercise, rules, serve, train

app = typer.Typer(
    name="framing",
    help="How each outlet told the story, on whose word, and what it left out. Works offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _main(version: bool = typer.Option(False, "--version", help="Print the version and exit.")) -> None:
    if version:
        from framing.pipeline import version as number

        typer.echo(f"framing {number()}")
        raise typer.Exit


app.command("compare")(compare.run)
app.command("check")(check.run)
app.command("exercise")(exercise.run)
app.command("annotate")(annotate.run)
app.command("align")(align.run)
app.command("serve")(serve.run)
app.command("corpus")(corpus.run)
app.add_typer(rules.app, name="rules")
app.add_typer(config.app, name="config")
app.command("evaluate")(evaluate.run)
app.command("train")(train.run)
