public import Foundation

/// Where the tests' files are.
public enum Fixtures {
    /// The checkout's root.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `Tests/Fixtures`: files kept in git, each with its licence note.
    public static let kept = root.appending(path: "Tests/Fixtures")

    /// `.build-fixtures`: what `make fixtures` writes; a missing file there is a failure, not a skip.
    public static let made = root.appending(path: ".build-fixtures")

    /// A real echo clip kept in git.
    public static func clip(_ name: String) -> String { kept.appending(path: "clips/\(name)").path }

    /// A file that `make fixtures` wrote.
    ///
    /// - Throws: ``FixtureMissing`` with the command that makes it.
    public static func made(_ name: String) throws -> String {
        let path = made.appending(path: name).path
        guard FileManager.default.fileExists(atPath: path) else { throw FixtureMissing(name: name) }
        return path
    }
}

/// A generated fixture is not there.
public struct FixtureMissing: Error, CustomStringConvertible {
    /// Its name below `.build-fixtures`.
    public let name: String

    /// The file and the command that makes it.
    public var description: String { ".build-fixtures/\(name) is missing: run `make fixtures`." }
}
