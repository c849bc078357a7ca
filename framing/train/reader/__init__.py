"""Training of the reader: the fine-tuned encoder that tags attribution, wording, facts, premises and portrayal."""
