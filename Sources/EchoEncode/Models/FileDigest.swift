internal import Crypto
internal import EchoCore
internal import EchoTensor
internal import Foundation

/// The SHA-256 and the length of a file, read through once.
struct FileDigest: Equatable {
    let sha256: ContentHash
    let byteCount: Int

    /// Bytes read at once.
    private static let chunk = 1 << 20

    /// Reads the file; `progress` is given the bytes so far.
    init(of file: URL, progress: (Int) -> Void = { _ in }) throws(ModelError) {
        do {
            let input = try WeightFileInput(path: file.path)
            var digest = SHA256()
            var done = 0
            while done < input.byteCount {
                let count = min(Self.chunk, input.byteCount - done)
                digest.update(data: try input.bytes(at: done, count: count))
                done += count
                progress(done)
                if Task.isCancelled { throw ModelError.cancelled }
            }
            sha256 = ContentHash(digest: digest.finalize())
            byteCount = done
        } catch let error as ModelError {
            throw error
        } catch let error as WeightFileError {
            throw .weights(error)
        } catch {
            throw .system(call: "read", status: EIO)
        }
    }

    /// As a manifest states it.
    func file(_ role: ModelFile.Role, _ name: String) -> ModelFile {
        ModelFile(role: role, name: name, sha256: sha256, byteCount: byteCount)
    }
}
