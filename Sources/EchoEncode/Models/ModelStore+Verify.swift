internal import EchoCore
internal import Foundation

extension ModelStore {
    /// Reads every file of a model again and compares its SHA-256 with the manifest's.
    ///
    /// - Parameter progress: bytes done and bytes in all, between chunks.
    /// - Throws: ``ModelError/notFound(name:)``, or what is wrong with the manifest; a damaged or missing
    ///   file is an outcome, not an error (see ``ModelVerification/failure``).
    public func verify(
        _ name: String, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ModelError) -> ModelVerification {
        let model = try model(named: name)
        let total = model.manifest.files.reduce(0) { $0 + $1.byteCount }
        var before = 0
        var files: [ModelVerification.File] = []
        for file in model.manifest.files {
            var found: ContentHash?
            do {
                found = try FileDigest(of: model.folder.appending(path: file.name)) { done in
                    progress(min(before + done, total), total)
                }.sha256
            } catch {
                if error == .cancelled { throw error }
            }
            before += file.byteCount
            files.append(
                ModelVerification.File(
                    role: file.role, name: file.name,
                    state: found == nil ? .missing : found == file.sha256 ? .intact : .damaged,
                    expected: file.sha256, found: found))
        }
        return ModelVerification(name: name, files: files)
    }
}
