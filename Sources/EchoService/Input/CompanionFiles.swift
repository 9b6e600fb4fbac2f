import Foundation

/// The files of a run that are read with its clips rather than as clips.
struct CompanionFiles {
    private let places: Set<String>
    private var stems: Set<String> = []
    private var folders: Set<String> = []

    /// - Parameter places: canonical paths of the run's tables, and of the texts that its manifest names.
    init(of files: [InputFile], places: Set<String>) {
        self.places = places
        for file in files where !Self.isText(file.path) {
            let url = URL(filePath: file.path)
            stems.insert(url.deletingPathExtension().path)
            folders.insert(url.deletingLastPathComponent().path)
        }
    }

    /// Whether a file is one of them: a table of the run, `clip.txt` beside a clip, or its folder's `report.txt`.
    func contains(_ path: String) -> Bool {
        if places.contains(InputWalk.canonical(path)) { return true }
        guard Self.isText(path) else { return false }
        let url = URL(filePath: path)
        if stems.contains(url.deletingPathExtension().path) { return true }
        return url.lastPathComponent == SidecarReport.sharedName
            && folders.contains(url.deletingLastPathComponent().path)
    }

    private static func isText(_ path: String) -> Bool { path.hasSuffix(".txt") }
}
