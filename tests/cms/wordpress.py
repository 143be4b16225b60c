"""A WordPress of Debian's package on loopback: its own database, PHP's own server."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Self
from urllib.request import urlopen

from tests.cms.news import Story

PACKAGE = Path("/usr/share/wordpress")
SERVER = shutil.which("mariadbd") or "/usr/sbin/mariadbd"
HANG = 120  # seconds after which a service that does not start is given up

_CONFIG = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:%(socket)s'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '%(url)s'); define('WP_SITEURL', '%(url)s');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
_ROUTER = """<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && file_exists(__DIR__ . $path) && !is_dir(__DIR__ . $path)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
"""
_INSTALL = """<?php
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Phường An Phú', 'admin', 'a@example.org', true, '', 'secret-for-loopback');
update_option('permalink_structure', '%(permalinks)s');
update_option('timezone_string', 'Asia/Ho_Chi_Minh');
wp_delete_post(1, true);
switch_theme('%(theme)s');
flush_rewrite_rules();
"""


class WordPress:
    """A site in `folder`; a context that runs it. Raises `RuntimeError` where it cannot start."""

    def __init__(self, folder: Path, theme: str, permalinks: str) -> None:
        self.root = folder / "site"
        self.data = folder / "data"
        self.socket = folder / "db.sock"
        self.theme, self.permalinks = theme, permalinks
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        """Install and start."""
        shutil.copytree(PACKAGE, self.root, symlinks=False, ignore_dangling_symlinks=True)
        self._start_database()
        values = {"socket": self.socket, "url": self.url}
        (self.root / "wp-config.php").write_text(_CONFIG % values)
        (self.root / "router.php").write_text(_ROUTER)
        self.php(_INSTALL % {"permalinks": self.permalinks, "theme": self.theme})
        command = ["php", "-S", f"127.0.0.1:{self.port}", "-t", str(self.root), "router.php"]
        self._spawn(command, cwd=self.root)
        _wait(lambda: bool(urlopen(self.url + "/", timeout=HANG).status))
        return self

    def __exit__(self, *error: object) -> None:
        """End what was started."""
        for process in reversed(self._running):
            process.terminate()
            process.wait(HANG)

    def _start_database(self) -> None:
        subprocess.run(
            [
                "mariadb-install-db",
                "--no-defaults",
                f"--datadir={self.data}",
                "--user=root",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
            ],
            check=True,
            capture_output=True,
        )
        self._spawn(
            [
                SERVER,
                "--no-defaults",
                f"--datadir={self.data}",
                f"--socket={self.socket}",
                "--skip-networking",
                "--skip-grant-tables",
                "--user=root",
                f"--pid-file={self.data}/pid",
            ]
        )
        create = [
            "mariadb",
            "--no-defaults",
            f"--socket={self.socket}",
            "-e",
            "CREATE DATABASE IF NOT EXISTS wp CHARACTER SET utf8mb4",
        ]
        _wait(lambda: subprocess.run(create, capture_output=True, check=False).returncode == 0)

    def _spawn(self, command: list[str], cwd: Path | None = None) -> None:
        quiet = subprocess.DEVNULL
        self._running.append(subprocess.Popen(command, cwd=cwd, stdout=quiet, stderr=quiet))

    def php(self, code: str) -> str:
        """Run a script inside the site; returns what it prints."""
        script = self.root / "run.php"
        script.write_text(code)
        run = subprocess.run(
            ["php", str(script)], cwd=self.root, capture_output=True, text=True, check=False
        )
        script.unlink()
        if run.returncode:
            raise RuntimeError(run.stdout[-2000:] + run.stderr[-2000:])
        return run.stdout

    def publish(self, stories: list[Story]) -> list[int]:
        """Publish articles as an editor does; returns their numbers."""
        posts = [
            {
                "post_title": story.title,
                "post_content": story.html,
                "post_date": story.day,
                "post_status": "publish",
                "post_author": 1,
            }
            for story in stories
        ]
        code = f"""<?php
            require __DIR__ . '/wp-load.php';
            $ids = [];
            foreach (json_decode(<<<'JSON'
{json.dumps(posts)}
JSON, true) as $post) $ids[] = wp_insert_post(wp_slash($post));
            echo json_encode($ids);
        """
        numbers: list[int] = json.loads(self.php(code))
        return numbers

    def edit(self, number: int, html: str) -> None:
        """Replace an article's text."""
        post = json.dumps({"ID": number, "post_content": html})
        self.php(
            "<?php require __DIR__ . '/wp-load.php';"
            f"wp_update_post(wp_slash(json_decode(<<<'JSON'\n{post}\nJSON, true)));"
        )

    def delete(self, number: int) -> None:
        """Delete an article for good."""
        self.php(f"<?php require __DIR__ . '/wp-load.php'; wp_delete_post({number}, true);")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(is_ready: object) -> None:
    assert callable(is_ready)
    end = time.time() + HANG
    while time.time() < end:
        try:
            if is_ready():
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError("a service did not start")
