"""Publishing: a built site becomes a release, and a release becomes what readers see, in one step that cannot half happen.

`inspection` reads every file that is new and remembers the rest; `admission` says what stands against publishing;
`releases` keeps complete folders side by side and switches between them; `remote` does the same over SSH, `artifact` packs
the site for hosts that take an archive; `verification` compares a folder or a live site with its `manifest`.
"""
