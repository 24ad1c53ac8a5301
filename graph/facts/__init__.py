"""From mentions to statements: frames, fields, rolls, lists and what stands side by side."""
