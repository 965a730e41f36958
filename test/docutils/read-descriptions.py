"""Reads reference pages with docutils and prints the text of every description, as JSON by page and path.

Standard input: one JSON object a line, `{"name": …, "text": …}`. Standard output: `{"name": …, "texts": {key: text}}`.
A key is `operation`, or `request` or `response`, a tab, and the path of a field.
"""

import json
import re
import sys

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles

FIELD = re.compile(
    r"^(?:\*\*(?P<name>.*?)\*\* )?(?:\*\((?P<type>.*?)\) --\*|\((?P<role>:[a-z]+:`[^`]*`|[A-Za-z -]+)\) --|\(\*(?P<other>.*?)\*\) --)", re.S
)
HEAD = r"\([^)]*\) --\s*(?:\[REQUIRED\])?\s*"
# Stands in a text where docutils found markup that it could not read and shows it as it is written.
BROKEN = "\ue000"
AUTOPOPULATED = "This field is autopopulated if not provided."


class body(nodes.General, nodes.Element):
    """The inside of a method."""


class Method(Directive):
    """Sphinx's description of a Python object: only its content matters."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self):
        found = body(name=self.arguments[0])
        self.state.nested_parse(self.content, self.content_offset, found)
        return [found]


class Remark(Directive):
    """Sphinx's own admonitions."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        found = nodes.note()
        self.state.nested_parse(self.content, self.content_offset, found)
        return [found]


def role(name, rawtext, text, lineno, inliner, options=None, content=None):
    """Sphinx's roles: the title, or the last part of `~a.b.c`, or the target."""
    titled = re.match(r"^(.*?)\s*<[^<>]+>$", text, re.S)
    if titled:
        text = titled.group(1)
    elif name not in ("ref", "doc"):
        text = text.rsplit(".", 1)[-1] if text.startswith("~") else text.removeprefix(".")
    return [nodes.literal(rawtext, text)], []


for one in ("class", "method", "attribute"):
    directives.register_directive("py:" + one, Method)
for one in ("deprecated", "seealso", "versionadded"):
    directives.register_directive(one, Remark)
for one in ("ref", "doc", "class", "meth", "py:class", "py:meth", "py:attr", "py:func"):
    roles.register_local_role(one, role)


def fold(text):
    return re.sub(r"\s+", " ", text.replace("\0", "")).strip()


def text_of(found):
    """The text of some nodes without docutils' own complaints and without what the generator added."""
    parts = []
    for node in found:
        if any(True for _ in node.findall(nodes.problematic)):
            parts.append(BROKEN)
        for message in list(node.findall(nodes.system_message)):
            if message.parent is not None:
                message.parent.remove(message)
        if isinstance(node, (nodes.system_message, nodes.comment, nodes.target)):
            continue
        text = node.astext()
        if isinstance(node, nodes.note) and fold(text).startswith("This is a Tagged Union structure."):
            continue
        if isinstance(node, nodes.literal_block) and "SDK_UNKNOWN_MEMBER" in text:
            continue
        if isinstance(node, nodes.danger) and "This operation is deprecated and may not function" in text:
            continue
        parts.append(text)
    return fold("\n".join(parts)).removesuffix(AUTOPOPULATED).strip()


def field_of(item):
    first = item.children[0] if item.children else None
    if not isinstance(first, nodes.paragraph):
        return None
    return FIELD.match(first.rawsource)


def is_fields(node):
    return (
        isinstance(node, nodes.bullet_list)
        and node.get("bullet") == "-"
        and all(field_of(item) is not None for item in node.children if isinstance(item, nodes.list_item))
    )


def fields_in(found):
    """The nested fields among some nodes, through the quotes that odd indentation makes."""
    for node in found:
        if is_fields(node):
            yield from (item for item in node.children if isinstance(item, nodes.list_item))
        elif isinstance(node, nodes.block_quote):
            yield from fields_in(node.children)


def prose_in(found):
    for node in found:
        if is_fields(node):
            continue
        if isinstance(node, nodes.block_quote) and any(True for _ in fields_in(node.children)):
            yield from prose_in(node.children)
        else:
            yield node


def read_field(texts, direction, path, kind, children, first):
    """One field: its words, then what is inside it. `first` is the rest of the line that names it."""
    prose = text_of(list(prose_in(children)))
    texts[f"{direction}\t{path}"] = fold(f"{first} {prose}").removesuffix(AUTOPOPULATED).strip()
    unnamed = 0
    for item in fields_in(children):
        found = field_of(item)
        name = found.group("name")
        if name is None:
            step = "[]" if kind == "list" else "{}" if unnamed > 0 or kind == "key" else "{key}"
            unnamed += 1
            inner = path[: -len("{key}")] + "{}" if kind == "key" else path + step
        else:
            inner = f"{path}.{name}" if path else name
        if direction == "response" and path == "" and kind == "root":
            inner = ""
        words = re.sub(r"^(?:%s )?%s" % (re.escape(name or ""), HEAD) if name else "^" + HEAD, "", fold(item.children[0].astext()), count=1)
        inside = "key" if inner.endswith("{key}") else "list" if (found.group("type") or "") == "list" else "dict"
        read_field(texts, direction, inner, inside, item.children[1:], words)


def read_page(text):
    tree = publish_doctree(text, settings_overrides={"report_level": 5, "halt_level": 5, "file_insertion_enabled": False, "line_length_limit": 10_000_000})
    texts = {}
    method = next(iter(tree.findall(body)), None)
    if method is None:
        return texts
    intro = []
    for node in method.children:
        if isinstance(node, nodes.paragraph) and re.match(r"(?:See also: AWS API|Request Syntax$)", fold(node.astext())):
            break
        intro.append(node)
    else:
        # The method has lost its indentation: docutils reads another structure than the generator meant.
        return None
    texts["operation"] = text_of(intro)
    types = {}
    for listing in method.findall(nodes.field_list):
        if listing.parent is not method and not isinstance(listing.parent, nodes.block_quote):
            continue
        for field in listing.children:
            term = fold(field.children[0].astext())
            word, _, name = term.partition(" ")
            inside = field.children[1]
            if word == "type":
                types[name] = fold(inside.astext())
            elif word == "param":
                read_parameter(texts, name, types.get(name, ""), inside.children)
            elif term == "returns":
                if fold(inside.astext()) == "None":
                    continue
                nested = {}
                read_field(nested, "response", "", "root", inside.children, "")
                texts.update(nested)
    return texts


def read_parameter(texts, name, kind, children):
    read_field(texts, "request", name, "list" if kind == "list" else "dict", children, "")
    key = f"request\t{name}"
    texts[key] = re.sub(r"^\[REQUIRED\]\s*", "", texts[key])


for line in sys.stdin:
    page = json.loads(line)
    # Python's `splitlines` ends lines at characters that end none in a file.
    found = read_page(re.sub("[\u2028\u2029\x85\x0b\x0c\x1c-\x1e]", " ", page["text"]))
    print(json.dumps({"name": page["name"], "texts": found}), flush=True)
