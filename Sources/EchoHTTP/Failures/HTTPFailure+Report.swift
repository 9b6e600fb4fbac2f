import EchoCore

extension HTTPFailure {
    /// For failures of what was asked for.
    var requestReport: FailureReport? {
        switch self {
        case .head(let field, let all, let fields):
            FailureReport(
                "http.head", .badInput,
                reason: """
                    The request's head is not HTTP, or is too large: a field takes \(field) bytes, all of them \(all), \
                    and there may be \(fields).
                    """,
                remedy: "Send long texts in the body, as /openapi.json says.")
        case .noRoute:
            FailureReport(
                "http.noRoute", .notFound, reason: "There is nothing at this path.",
                remedy: "See /openapi.json for what there is.")
        case .wrongMethod(let allowed):
            FailureReport(
                "http.wrongMethod", .badInput,
                reason: "This path takes \(allowed.joined(separator: ", ")), and was called otherwise.",
                remedy: "See /openapi.json for what it does.")
        case .tooLarge(let limit):
            FailureReport(
                "http.tooLarge", .badInput, reason: "The body is larger than \(limit) bytes.",
                remedy: "Send less at a time.")
        case .mediaType(let expected):
            FailureReport(
                "http.mediaType", .badInput,
                reason: "The body's media type is not one of \(expected.joined(separator: ", ")).",
                remedy: "Name the type in Content-Type.")
        case .body(let problem):
            FailureReport(
                "http.body", .badInput, reason: "The body does not read: \(problem).",
                remedy: "See /openapi.json for its form.")
        case .empty(let name):
            FailureReport(
                "http.empty", .badInput, reason: "`\(name)` has nothing in it.",
                remedy: "Say what is asked for; see /openapi.json for the body's form.")
        case .field(let name, let expected):
            FailureReport(
                "http.field", .badInput, reason: "`\(name)` is not \(expected).",
                remedy: "See /openapi.json for the body's form.")
        case .parameter(let name, let expected):
            FailureReport(
                "http.parameter", .badInput, reason: "`\(name)` is not \(expected).",
                remedy: "See /openapi.json for the parameters.")
        default: contentReport
        }
    }

    private var contentReport: FailureReport? {
        switch self {
        case .range(let size):
            FailureReport(
                "http.range", .badInput, reason: "The file has \(size) bytes, and others were asked for.",
                remedy: "Ask for bytes that it has.")
        case .slow:
            FailureReport(
                "http.slow", .badInput, reason: "The body came more slowly than 1,024 bytes a second.",
                remedy: "Try again over a better line.")
        case .noUpload:
            FailureReport(
                "http.noUpload", .notFound, reason: "There is no such upload, or its time is over.",
                remedy: "Send the file again by POST /v1/uploads.")
        case .uploadsFull(let limit):
            FailureReport(
                "http.uploadsFull", .busy, reason: "\(limit) uploads are kept already.",
                remedy: "Delete one, or wait some minutes.")
        case .noSet:
            FailureReport(
                "http.noSet", .notFound, reason: "No prompt set can go by that name.",
                remedy: "See GET /v1/prompts.")
        case .noModel:
            FailureReport(
                "http.noModel", .notFound, reason: "No model of that name serves here.",
                remedy: "See GET /v1/models.")
        case .dimensions(let found, let expected):
            FailureReport(
                "http.dimensions", .badInput,
                reason: "Vectors of \(found) values were asked for; the model's have \(expected).",
                remedy: "Leave `dimensions` out.")
        default: nil
        }
    }

    /// For failures of who asked.
    var callerReport: FailureReport? {
        switch self {
        case .noKey:
            FailureReport(
                "http.noKey", .denied, reason: "No key was given, and this needs one.",
                remedy: "Send `Authorization: Bearer KEY`; `echoseek keys create` makes one.")
        case .badKey:
            FailureReport(
                "http.badKey", .denied, reason: "The key is not valid.",
                remedy: "Check it, or have another one made.")
        case .scope(let needed):
            FailureReport(
                "http.scope", .denied, reason: "This needs a key of the scope \(needed).",
                remedy: "Use a key with that scope.")
        case .othersJob:
            FailureReport(
                "http.othersJob", .denied,
                reason: "The job is another caller's; this needs the key that sent it, or the scope admin.",
                remedy: "Use the key that sent it, or one with the scope admin.")
        case .foreignSite:
            FailureReport(
                "http.foreignSite", .denied, reason: "The request comes from another site's page.",
                remedy: "Use this service's own page, or a program.")
        case .foreignHost:
            FailureReport(
                "http.foreignHost", .denied,
                reason: "Without keys this service is called by 127.0.0.1 or localhost, not by another name.",
                remedy: "Make a key with `echoseek keys create`, or use the local address.")
        case .tooMany(let seconds):
            FailureReport(
                "http.tooMany", .busy, reason: "Too many requests came from this caller.",
                remedy: "Try again in \(seconds) s.")
        case .ending:
            FailureReport(
                "http.ending", .busy, reason: "The service is about to end.", remedy: "Try again soon.")
        default: nil
        }
    }

    /// For failures to start.
    var startReport: FailureReport {
        switch self {
        case .unprotected(let missing):
            FailureReport(
                "http.unprotected", .misconfigured,
                reason: "An address that others can reach needs TLS and a key, and there is no \(missing).",
                remedy: "Give --tls-certificate and --tls-key, make a key with `echoseek keys create`, "
                    + "or serve on 127.0.0.1.")
        case .certificate:
            FailureReport(
                "http.certificate", .misconfigured,
                reason: "The TLS certificate and its key do not read as PEM files that belong together.",
                remedy: "Check both files.")
        case .address(let port):
            FailureReport(
                "http.address", .misconfigured,
                reason:
                    "Port \(port) cannot be listened on: it is taken, or the address is not this machine's.",
                remedy: "Choose another with --port or --host.")
        default:
            FailureReport(
                "http.defect", .defect, reason: "The service met an error that it does not know.",
                remedy: "Report a defect, with the request's id from the log.")
        }
    }
}
