package import Foundation

/// A model folder seen as the vocabulary files in it.
package struct VocabularyFolder: Sendable {
    /// Bytes of a file, and of what is packed in it; the largest published one has 3.2 MB of content.
    package static let byteLimit = 1 << 26

    private let url: URL

    /// Names a folder; nothing is read yet.
    package init(_ url: URL) { self.url = url }

    /// Whether the folder holds the file.
    func holds(_ file: VocabularyFile) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: file.rawValue).path)
    }

    /// A file's bytes.
    func bytes(of file: VocabularyFile) throws(TokenizeError) -> [UInt8] {
        let limit = VocabularyFolder.byteLimit
        let found: Data?
        do {
            let handle = try FileHandle(forReadingFrom: url.appending(path: file.rawValue))
            defer { try? handle.close() }
            found = try handle.read(upToCount: limit + 1)
        } catch {
            throw .unreadable(file: file)
        }
        let bytes = Array(found ?? Data())
        guard bytes.count <= limit else { throw .tooLarge(file: file, limit: limit) }
        return bytes
    }

    /// A text file's lines with their numbers from 1; empty lines at the end are left out.
    func lines(of file: VocabularyFile) throws(TokenizeError) -> [VocabularyLine] {
        try VocabularyFolder.lines(of: bytes(of: file), file: file)
    }

    /// The lines of a text that is in memory, at most `count` of them.
    static func lines(
        of bytes: [UInt8], file: VocabularyFile, count: Int = .max
    ) throws(TokenizeError) -> [VocabularyLine] {
        var lines: [VocabularyLine] = []
        for line in bytes.split(
            separator: UInt8(ascii: "\n"), maxSplits: count, omittingEmptySubsequences: false
        ).prefix(count) {
            let ended = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let text = String(validating: ended, as: UTF8.self) else { throw .notText(file: file) }
            lines.append(VocabularyLine(number: lines.count + 1, text: text))
        }
        while lines.last?.text.isEmpty == true { lines.removeLast() }
        return lines
    }
}
