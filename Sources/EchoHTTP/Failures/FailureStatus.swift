import EchoCore
import HTTPTypes

/// The one place where a failure becomes an HTTP status.
enum FailureStatus {
    /// The status of a report: by its code where the kind alone says too little, else by its kind.
    static func status(of report: FailureReport) -> HTTPResponse.Status {
        if let named = byCode[report.code] { return named }
        return switch report.kind {
        case .badInput: .unprocessableContent
        case .notFound: .notFound
        case .busy, .cancelled, .systemError, .denied: .serviceUnavailable
        case .misconfigured: .conflict
        case .damaged, .defect: .internalServerError
        }
    }

    /// Codes whose status is not their kind's.
    static let byCode: [String: HTTPResponse.Status] = [
        "http.head": .badRequest,
        "http.wrongMethod": .methodNotAllowed,
        "http.tooLarge": .contentTooLarge,
        "http.mediaType": .unsupportedMediaType,
        "http.body": .badRequest,
        "http.empty": .badRequest,
        "http.range": .rangeNotSatisfiable,
        "http.slow": .requestTimeout,
        "http.uploadsFull": .tooManyRequests,
        "http.noKey": .unauthorized,
        "http.badKey": .unauthorized,
        "http.scope": .forbidden,
        "http.othersJob": .forbidden,
        "http.foreignSite": .forbidden,
        "http.foreignHost": .forbidden,
        "http.tooMany": .tooManyRequests,
        "index.ambiguous": .conflict,
        "index.noIndex": .conflict,
        "ledger.wrongState": .conflict,
        "jobs.fileTooLarge": .contentTooLarge,
        "jobs.jobTooLarge": .contentTooLarge,
        "jobs.tooManyFiles": .contentTooLarge,
        "jobs.busy": .tooManyRequests,
        "serving.busy": .tooManyRequests,
        "media.busy": .tooManyRequests,
        "media.changedOriginal": .conflict,
        "serving.unsound": failedDependency,
        "ledger.tooLong": .unprocessableContent,
        "encode.weights": failedDependency,
        "embedding.noDirection": failedDependency,
        "embedding.notUnit": failedDependency,
    ]

    /// 424: what the request rests on failed, here the model.
    static let failedDependency = HTTPResponse.Status(code: 424, reasonPhrase: "Failed Dependency")

    /// Statuses that a client may try again after a while, told so by Retry-After.
    static func invitesRetry(_ status: HTTPResponse.Status) -> Bool {
        status == .tooManyRequests || status == .serviceUnavailable
    }
}
