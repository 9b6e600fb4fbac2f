extension PyTorchCheckpoint {
    /// Hands out a tensor's numbers, row-major, little-endian F32, in chunks of at most 4 MB.
    ///
    /// - Precondition: the checkpoint has a tensor of that name.
    /// - Complexity: a chunk of memory; the whole stretch of storage where the numbers are not in order.
    public func read<Failure: Error>(
        _ name: String, _ body: (RawSpan) throws(Failure) -> Void
    ) throws {
        throw WeightFileError.noTensors
    }
}
