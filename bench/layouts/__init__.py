"""What a text loses when only its layout changes: nothing, if the reader does not care about layout.

An annotated text is written down again as wrapped text, as web pages of several makers, as Markdown of a converter …;
the words stay. What is found in the copies is compared with what is found in the text itself. Any loss is a defect.
Each module here holds layouts of one kind (`LAYOUTS`); a layout is a function from a `Sample` to a file.
"""
