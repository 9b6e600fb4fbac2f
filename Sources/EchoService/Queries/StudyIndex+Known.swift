import EchoIndex

extension StudyIndex {
    /// The study of that name; `nil` where the index knows none, other failures pass through.
    func knownStudy(_ name: String) async throws(IndexError) -> StoredStudy? {
        do { return try await study(resolving: name) } catch {
            guard case .notFound = error else { throw error }
            return nil
        }
    }

    /// The clip of that name; `nil` where the index knows none, other failures pass through.
    func knownClip(_ name: String) async throws(IndexError) -> StoredClip? {
        do { return try await clip(resolving: name) } catch {
            guard case .notFound = error else { throw error }
            return nil
        }
    }
}
