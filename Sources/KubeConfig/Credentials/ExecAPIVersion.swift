/// A version of the protocol between a client and a credential program.
enum ExecAPIVersion: String {
    case v1beta1 = "client.authentication.k8s.io/v1beta1"
    case v1 = "client.authentication.k8s.io/v1"
}

/// What a credential program makes of the terminal.
enum ExecInteractiveMode: String {
    case never = "Never"
    case ifAvailable = "IfAvailable"
    case always = "Always"
}
