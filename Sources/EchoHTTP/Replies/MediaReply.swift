import EchoService
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Sends a cached picture or film, whole or in part, as it is read.
enum MediaReply {
    /// Bytes that are read at a time.
    private static let chunk = 256 << 10

    /// The answer to a request for it.
    static func response(_ file: MediaFile, range: ByteRange?, _ request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: file.contentType, .eTag: file.entityTag, .acceptRanges: "bytes",
            .cacheControl: "private, no-cache",
        ]
        if request.headers[values: .ifNoneMatch].contains(file.entityTag) {
            return Response(status: .notModified, headers: headers)
        }
        let bytes = range?.bytes ?? 0..<file.byteCount
        if range != nil {
            headers[.contentRange] =
                "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(file.byteCount)"
        }
        let body = ResponseBody(contentLength: bytes.count) { writer in
            var place = bytes.lowerBound
            while place < bytes.upperBound {
                let end = min(place + chunk, bytes.upperBound)
                try await writer.write(ByteBuffer(bytes: try file.bytes(place..<end)))
                place = end
            }
            try await writer.finish(nil)
        }
        return Response(status: range == nil ? .ok : .partialContent, headers: headers, body: body)
    }
}
