internal import EchoTensor
internal import Foundation

extension StagingFolder {
    /// Writes a small file, synced.
    func write(_ bytes: [UInt8], as name: String) throws(ModelError) {
        do {
            let output = try WeightFileOutput(path: url.appending(path: name).path)
            try output.write(bytes.span.bytes)
            try output.publish()
        } catch {
            throw .weights(error)
        }
    }

    /// Writes a small file, synced, and says what the manifest states of it.
    func write(_ bytes: [UInt8], as name: String, role: ModelFile.Role) throws(ModelError) -> ModelFile {
        try write(bytes, as: name)
        return try FileDigest(of: url.appending(path: name)).file(role, name)
    }
}
