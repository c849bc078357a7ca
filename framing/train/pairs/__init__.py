"""Training of the pair reader: which pairs teach it, its torch form, the loop, and the ONNX export."""
