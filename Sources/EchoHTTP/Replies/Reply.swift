import EchoCore
import EchoService
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers in the few forms that the service has.
enum Reply {
    /// A value as JSON, as the command line's `--json` writes it.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) throws -> Response {
        data(try ResultCoding.encode(value), type: type, status: status)
    }

    /// Bytes of a media type.
    static func data(_ data: Data, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// Text of a media type.
    static func text(_ text: String, type: String) -> Response {
        data(Data(text.utf8), type: type + "; charset=utf-8")
    }

    /// Nothing more to say.
    static var done: Response { Response(status: .noContent) }

    /// A failure in its form.
    static func failure(
        _ report: FailureReport, retryAfter: Int? = nil, allowed: [String] = [], asOpenAI: Bool
    ) -> Response {
        let status = FailureStatus.status(of: report)
        let body =
            asOpenAI
            ? try? ResultCoding.encode(OpenAIFailure(error: OpenAIFailure.Detail(report)))
            : try? ResultCoding.encode(FailureBody(report))
        var response = data(body ?? Data("{}".utf8), type: "application/json", status: status)
        if FailureStatus.invitesRetry(status) { response.headers[.retryAfter] = String(retryAfter ?? 1) }
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer realm=\"echoseek\"" }
        if !allowed.isEmpty { response.headers[.allow] = allowed.joined(separator: ", ") }
        return response
    }
}
