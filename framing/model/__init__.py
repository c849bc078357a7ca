"""The encoder and its heads: bundled weights run by ONNX Runtime, any other model by an adapter."""
