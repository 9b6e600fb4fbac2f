internal import Foundation

/// The terms found beside a source: license files, then model cards.
struct ImportLicense {
    /// The text to keep and to show; `nil` where nothing was found.
    let text: String?
    /// The files that it was read from.
    let foundIn: [String]
    /// One sentence about it.
    let statement: String

    /// The longest text that is kept of one file.
    private static let byteLimit = 1 << 20

    /// Looks for `LICENSE*`, `LICENCE*`, `COPYING*`, `NOTICE*` and `README*`.
    init(beside source: ModelSource) throws(ModelError) {
        let names = try ModelSource.names(in: source.folder)
        var parts: [String] = []
        var found: [String] = []
        for start in ["LICENSE", "LICENCE", "COPYING", "NOTICE", "README"] {
            for name in names where name.uppercased().hasPrefix(start) {
                guard let text = Self.text(of: source.folder.appending(path: name)) else { continue }
                parts.append("===== \(name) =====\n\(text)")
                found.append(name)
            }
        }
        text = parts.isEmpty ? nil : parts.joined(separator: "\n\n")
        foundIn = found
        if found.isEmpty {
            statement = ModelLicense.noneFound
        } else if found.allSatisfy({ $0.uppercased().hasPrefix("README") }) {
            statement = ModelLicense.cardFound
        } else {
            statement = ModelLicense.found
        }
    }

    private static func text(of file: URL) -> String? {
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: byteLimit)
        else { return nil }
        try? handle.close()
        return String(decoding: data, as: UTF8.self)
    }
}
