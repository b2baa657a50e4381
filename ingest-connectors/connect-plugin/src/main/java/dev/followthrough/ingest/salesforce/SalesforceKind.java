package dev.followthrough.ingest.salesforce;

import java.util.List;

/** Kinds of rows that are read, and the fields asked for. */
public enum SalesforceKind {
    USER("User", true, "Name,FirstName,Email,UserType,TimeZoneSidKey,Title"),
    ACCOUNT("Account", true, "Name,Website,OwnerId,IsDeleted"),
    CONTACT("Contact", true, "Name,FirstName,Email,Title,AccountId,IsDeleted"),
    OPPORTUNITY("Opportunity", true, "Name,AccountId,IsWon,IsClosed,CloseDate,OwnerId,IsDeleted"),
    TASK(
            "Task",
            false,
            "Subject,Description,OwnerId,CreatedById,WhatId,WhoId,Who.Name,Who.Email,AccountId,"
                    + "ActivityDate,Status,IsClosed,TaskSubtype,CompletedDateTime,CreatedDate,IsDeleted"),
    EVENT(
            "Event",
            false,
            "Subject,Description,OwnerId,CreatedById,WhatId,WhoId,Who.Name,Who.Email,AccountId,"
                    + "StartDateTime,CreatedDate,IsDeleted"),
    EMAIL_MESSAGE(
            "EmailMessage",
            false,
            "Subject,TextBody,HtmlBody,FromName,FromAddress,ToAddress,CcAddress,Incoming,Status,"
                    + "MessageDate,RelatedToId,ReplyToEmailMessageId,HasAttachment,CreatedDate,IsDeleted");

    private final String object;
    private final boolean directory;
    private final String fields;

    SalesforceKind(String object, boolean directory, String fields) {
        this.object = object;
        this.directory = directory;
        this.fields = fields;
    }

    /** The object's API name. */
    public String object() {
        return object;
    }

    /** Whether its rows are directory entries; else they are signals. */
    public boolean isDirectory() {
        return directory;
    }

    /** Fields to select; id and modification stamp first. */
    public List<String> fields() {
        return List.of(("Id,SystemModstamp," + fields).split(","));
    }
}
