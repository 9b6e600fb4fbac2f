import CEchoPage
import Crypto
import Foundation

/// A file that is part of the program: one of the web page's, or the service's description.
struct PageFile: Sendable {
    /// As it is asked for.
    let name: String
    let data: Data
    /// Strong, quoted.
    let entityTag: String

    /// The page's files, by name.
    static let all: [String: PageFile] = {
        let files = (0..<echo_page_file_count()).map { PageFile(echo_page_file_at($0)) }
        return Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    /// `openapi.json`.
    static let contract = PageFile(echo_page_contract())

    private init(_ file: echo_page_file) {
        name = String(cString: file.name)
        data = Data(bytes: file.bytes, count: Int(file.count))
        let digest = SHA256.hash(data: data).prefix(16).map { String(format: "%02x", $0) }
        entityTag = "\"\(digest.joined())\""
    }

    /// The media type, by the name's ending.
    var mediaType: String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "woff2": "font/woff2"
        default: "text/plain; charset=utf-8"
        }
    }
}
