/// How paths are shown in a table.
enum Names {
    /// The last component.
    static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
