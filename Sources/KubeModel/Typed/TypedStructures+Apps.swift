extension TypedStructures {
    /// The structures of the package "apps".
    static let apps = """
        DaemonSet: kind=s apiVersion=s metadata!meta.ObjectMeta spec!DaemonSetSpec status!DaemonSetStatus
        DaemonSetCondition: type!s status!s lastTransitionTime!t reason=s message=s
        DaemonSetSpec: selector*meta.LabelSelector template!core.PodTemplateSpec
          updateStrategy!DaemonSetUpdateStrategy minReadySeconds=i revisionHistoryLimit?i
        DaemonSetStatus: currentNumberScheduled!i numberMisscheduled!i desiredNumberScheduled!i numberReady!i
          observedGeneration=i updatedNumberScheduled=i numberAvailable=i numberUnavailable=i collisionCount?i
          conditions=[DaemonSetCondition
        DaemonSetUpdateStrategy: type=s rollingUpdate?RollingUpdateDaemonSet
        Deployment: kind=s apiVersion=s metadata!meta.ObjectMeta spec!DeploymentSpec status!DeploymentStatus
        DeploymentCondition: type!s status!s lastUpdateTime!t lastTransitionTime!t reason=s message=s
        DeploymentSpec: replicas?i selector*meta.LabelSelector template!core.PodTemplateSpec
          strategy!DeploymentStrategy minReadySeconds=i revisionHistoryLimit?i paused=b progressDeadlineSeconds?i
        DeploymentStatus: observedGeneration=i replicas=i updatedReplicas=i readyReplicas=i availableReplicas=i
          unavailableReplicas=i terminatingReplicas?i conditions=[DeploymentCondition collisionCount?i
        DeploymentStrategy: type=s rollingUpdate?RollingUpdateDeployment
        ReplicaSet: kind=s apiVersion=s metadata!meta.ObjectMeta spec!ReplicaSetSpec status!ReplicaSetStatus
        ReplicaSetCondition: type!s status!s lastTransitionTime!t reason=s message=s
        ReplicaSetSpec: replicas?i minReadySeconds=i selector*meta.LabelSelector template!core.PodTemplateSpec
        ReplicaSetStatus: replicas!i fullyLabeledReplicas=i readyReplicas=i availableReplicas=i
          terminatingReplicas?i observedGeneration=i conditions=[ReplicaSetCondition
        RollingUpdateDaemonSet: maxUnavailable?x maxSurge?x
        RollingUpdateDeployment: maxUnavailable?x maxSurge?x
        RollingUpdateStatefulSetStrategy: partition?i maxUnavailable?x
        StatefulSet: kind=s apiVersion=s metadata!meta.ObjectMeta spec!StatefulSetSpec status!StatefulSetStatus
        StatefulSetCondition: type!s status!s lastTransitionTime!t reason=s message=s
        StatefulSetOrdinals: start!i
        StatefulSetPersistentVolumeClaimRetentionPolicy: whenDeleted=s whenScaled=s
        StatefulSetSpec: replicas?i selector*meta.LabelSelector template!core.PodTemplateSpec
          volumeClaimTemplates=[core.PersistentVolumeClaim serviceName!s podManagementPolicy=s
          updateStrategy!StatefulSetUpdateStrategy revisionHistoryLimit?i minReadySeconds=i
          persistentVolumeClaimRetentionPolicy?StatefulSetPersistentVolumeClaimRetentionPolicy
          ordinals?StatefulSetOrdinals
        StatefulSetStatus: observedGeneration=i replicas!i readyReplicas=i currentReplicas=i updatedReplicas=i
          currentRevision=s updateRevision=s collisionCount?i conditions=[StatefulSetCondition availableReplicas!i
        StatefulSetUpdateStrategy: type=s rollingUpdate?RollingUpdateStatefulSetStrategy
        """
}
