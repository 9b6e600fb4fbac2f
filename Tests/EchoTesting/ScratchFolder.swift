public import Foundation

/// A folder of a test's own, removed with the value.
public final class ScratchFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes an empty folder in the system's temporary directory.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "echoseek-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// A path inside.
    public func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file inside and returns its path.
    public func write(_ bytes: some Collection<UInt8>, to name: String) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }
}
