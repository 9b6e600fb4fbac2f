internal import Foundation

/// Texts that are kept beside the tests, in a folder `Snapshots`.
///
/// `ECHO_RECORD=1` writes them anew; read the difference before it is committed.
public enum Snapshot {
    /// How a text differs from the one that is kept; `nil` where it does not.
    ///
    /// - Parameters:
    ///   - text: what was found.
    ///   - name: the file's name within `Snapshots`.
    ///   - source: the calling test's file, which `Snapshots` lies beside.
    public static func difference(_ text: String, _ name: String, source: String = #filePath) -> String? {
        let file = URL(filePath: source).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
        if ProcessInfo.processInfo.environment["ECHO_RECORD"] == "1" {
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
                return nil
            } catch {
                return "Snapshots/\(name) could not be written: \(error)"
            }
        }
        guard let kept = try? Data(contentsOf: file) else {
            return "Snapshots/\(name) is missing: run the test with ECHO_RECORD=1."
        }
        let lines = text.components(separatedBy: "\n")
        let expected = String(decoding: kept, as: UTF8.self).components(separatedBy: "\n")
        guard lines != expected else { return nil }
        let place = zip(lines, expected).enumerated().first { $1.0 != $1.1 }?.offset
        let line = place ?? min(lines.count, expected.count)
        let found = line < lines.count ? lines[line] : "(the end)"
        let wanted = line < expected.count ? expected[line] : "(the end)"
        return "Snapshots/\(name), line \(line + 1): found \(found), expected \(wanted)"
    }
}
