"""What web servers are to send with every page: the same headers written for nginx, Caddy and hosts that read `_headers`.

They lie in the site itself, so that they are of the same release as the pages whose scripts they name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.addresses import HEADERS, NOT_FOUND, PICTURES, SERVERS
from newsroom.digests import digest
from newsroom.policy import META_NAME, Policy
from newsroom.render.plan import FilePlan

_CACHE: Final = "Cache-Control"
_ONCE_FOUND: Final = "public, max-age=31536000, immutable"
"""For files whose name tells their content: the renditions of pictures."""
_ALWAYS_ASK: Final = "no-cache"
_PLACES: Final = {"pictures": PICTURES, "servers": SERVERS, "not_found": NOT_FOUND}
_NGINX: Final = """\
# Phần chung cho mọi trang newsroom: đặt trong khối server của nginx (xem sổ tay, "Đăng trang").
{headers}
server_tokens off;
autoindex off;
index index.html;
error_page 404 {root}{not_found};
location ~ /\\.(?!well-known/) {{ deny all; }}
location {root}{servers} {{ deny all; }}
location {root}{pictures} {{
{found}
}}
"""
_CADDY: Final = """\
# Phần chung cho mọi trang newsroom: import trong khối của tên miền ở Caddyfile (xem sổ tay, "Đăng trang").
header {{
{headers}
\t-Server
}}
@once path {root}{pictures}*
header @once Cache-Control "{once}"
@again not path {root}{pictures}*
header @again Cache-Control "{again}"
@hidden {{
\tpath_regexp /\\.
\tnot path /.well-known/*
}}
respond @hidden 404
respond {root}{servers}* 404
handle_errors {{
\trewrite * {root}{not_found}
\tfile_server
}}
"""


def security_headers(policy: Policy, *, is_secure: bool) -> tuple[tuple[str, str], ...]:
    """Name and value of every header, in a fixed order; `is_secure` for a site whose address is https."""
    headers = [
        (META_NAME, policy.header),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        (_CACHE, _ALWAYS_ASK),
    ]
    if is_secure:
        headers.append(("Strict-Transport-Security", "max-age=31536000"))
    return tuple(headers)


def server_plans(policy: Policy, url: str, base_path: str) -> Iterator[FilePlan]:
    """A file for each kind of server; `url` is the public address of the site, `base_path` its path on the host."""
    headers = security_headers(policy, is_secure=url.startswith("https:"))
    key = digest(headers, base_path)
    yield FilePlan(f"{SERVERS}nginx.conf", key, lambda: _nginx(headers, base_path))
    yield FilePlan(f"{SERVERS}Caddyfile", key, lambda: _caddy(headers, base_path))
    yield FilePlan(HEADERS, key, lambda: _headers_file(headers, base_path))


def _nginx(headers: tuple[tuple[str, str], ...], root: str) -> str:
    """Nginx drops what stands above as soon as a location adds a header, so that location says all again."""
    lines = _nginx_lines(headers, "")
    found = _nginx_lines(_for_pictures(headers), "    ")
    return _NGINX.format(headers=lines, found=found, root=root, **_PLACES)


def _nginx_lines(headers: tuple[tuple[str, str], ...], indent: str) -> str:
    return "\n".join(f'{indent}add_header {name} "{value}" always;' for name, value in headers)


def _caddy(headers: tuple[tuple[str, str], ...], root: str) -> str:
    return _CADDY.format(
        headers="\n".join(f'\t{name} "{value}"' for name, value in headers if name != _CACHE),
        once=_ONCE_FOUND,
        again=_ALWAYS_ASK,
        root=root,
        **_PLACES,
    )


def _headers_file(headers: tuple[tuple[str, str], ...], root: str) -> str:
    common = "\n".join(f"  {name}: {value}" for name, value in headers)
    return f"{root}*\n{common}\n{root}{PICTURES}*\n  ! Cache-Control\n  Cache-Control: {_ONCE_FOUND}\n"


def _for_pictures(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _ONCE_FOUND if name == _CACHE else value) for name, value in headers)
