from conftest import Project, article_text


def test_a_small_project_builds(project: Project) -> None:
    project.write("docs/tin-tuc/2026/01/bai-thu.md", article_text())
    run = project.build()
    assert run.status == 0, run.err
    assert (project.root / "site/tin-tuc/2026/01/bai-thu/index.html").exists()
