internal import Foundation

/// Which names a model may have, and which one a source suggests.
enum ModelName {
    /// The longest name, in characters.
    static let longest = 64

    /// Whether a name is `[a-z0-9][a-z0-9._-]{0,63}`; such a name is also a safe folder name.
    static func isValid(_ name: String) -> Bool {
        let isAlphanumeric = { (byte: UInt8) in (97...122).contains(byte) || (48...57).contains(byte) }
        guard let first = name.utf8.first, isAlphanumeric(first) else { return false }
        return name.utf8.count <= longest
            && name.utf8.allSatisfy { isAlphanumeric($0) || $0 == 46 || $0 == 95 || $0 == 45 }
    }

    /// The folder's name in lower case, or the file's where that is no generic one.
    static func suggested(by source: ModelSource) -> String {
        let generic: Set = [
            "open_clip_pytorch_model", "open_clip_model", "pytorch_model", "model", "weights",
        ]
        let stem = source.weights.deletingPathExtension().lastPathComponent.lowercased()
        let isNamedByFile = !source.isFolder && !generic.contains(stem)
        return isNamedByFile ? stem : source.folder.standardizedFileURL.lastPathComponent.lowercased()
    }
}
