import HTTPTypes
import EchoCore

/// A failure as clients see it.
struct FailureBody: Encodable {
    let code: String
    let reason: String
    let remedy: String

    init(_ report: FailureReport) {
        code = report.code
        reason = report.reason
        remedy = report.remedy
    }
}

/// A failure in the shape that OpenAI's clients expect.
struct OpenAIFailure: Encodable {
    /// What is inside.
    struct Detail: Encodable {
        let code: String
        let message: String
        let type: String
        let item: Int?

        init(_ report: FailureReport, item: Int? = nil) {
            code = report.code
            message = "\(report.reason) \(report.remedy)"
            type = Self.type(of: report)
            self.item = item
        }

        private static func type(of report: FailureReport) -> String {
            let status = FailureStatus.status(of: report)
            return switch status {
            case .unauthorized: "authentication_error"
            case .forbidden: "permission_error"
            case .notFound: "not_found_error"
            case .tooManyRequests: "rate_limit_error"
            default: status.kind == .clientError ? "invalid_request_error" : "server_error"
            }
        }
    }

    let error: Detail
}
