public import EchoCore

/// Why a request was refused by the service itself, or why the service did not start.
public enum HTTPFailure: EchoFailure, Equatable {
    // What was asked for.
    /// The request's head is not HTTP, or larger than this: bytes of a field, bytes of all fields, how many fields.
    case head(field: Int, all: Int, fields: Int)
    /// No route goes by this path.
    case noRoute
    /// The path is known, and the method is not one of its own.
    case wrongMethod(allowed: [String])
    /// A request's body is larger than this.
    case tooLarge(limit: Int)
    /// The body's media type is none of these.
    case mediaType(expected: [String])
    /// The body is not what it should be.
    case body(problem: String)
    /// A field of a JSON body has nothing in it.
    case empty(name: String)
    /// A field of a JSON body is not what it should be.
    case field(name: String, expected: String)
    /// A parameter of the query is not what it should be.
    case parameter(name: String, expected: String)
    /// Bytes of a file were asked for that it does not have.
    case range(size: Int)
    /// The client sends too slowly.
    case slow
    /// An upload's id is unknown, or its time is over.
    case noUpload
    /// More is kept for this caller than may be.
    case uploadsFull(limit: Int)
    /// No prompt set can go by that name.
    case noSet
    /// No model of that name serves here.
    case noModel
    /// The vectors have another length.
    case dimensions(found: Int, expected: Int)

    // Who asked.
    /// No key was given, and one is needed.
    case noKey
    /// The key is none of ours, or was revoked.
    case badKey
    /// The key's scope does not reach this.
    case scope(needed: String)
    /// The job is another caller's, and the key's scope is not admin.
    case othersJob
    /// Another site's page asked for a change.
    case foreignSite
    /// A server without keys was called by a name that is not this machine's own.
    case foreignHost
    /// Too many requests.
    case tooMany(retryAfter: Int)
    /// The service is about to end.
    case ending

    // Starting.
    /// An address that others reach, without TLS or without a key.
    case unprotected(missing: String)
    /// The certificate or its key does not read.
    case certificate
    /// The address is taken, or not this machine's.
    case address(port: Int)
    /// The service met an error that it does not know.
    case defect

    /// What to tell the person.
    public var report: FailureReport { requestReport ?? callerReport ?? startReport }
}
