"""What a build knows of every document, beside the output: enough to make the next output without reading them again.

`tables` keeps it, `gists` says what it needs of a reading, `names` who must stay unnamed, `components` which entities
can be one thing at all, `identities` which are, `parts` what each source says, `things` what each thing is called and
why it is one, `spliced` puts old and new pieces of a file together.
"""
